import type { FastifyInstance } from 'fastify';
import type { World } from '../core/world';
import { registerAssets } from './assets';
import { registerForge } from './forge';
import { N8nLink } from './n8nPlace';
import { registerNotes } from './notes';
import { registerOneEvent } from './oneEvent';
import { registerPeople } from './people';
import { registerStream } from './stream';
import { TallyKeeper } from './tally/tallyKeeper';

/** `/`: the page, and below `/_sandbox/page/` and `/_sandbox/stream` what it alone needs. */
export function registerPage(app: FastifyInstance, world: World): void {
	registerAssets(app);
	const n8n = new N8nLink();
	n8n.register(app);
	const tally = new TallyKeeper(app, world);
	registerStream(app, world, [
		{ name: 'n8n', now: n8n.shown, subscribe: n8n.subscribe },
		{ name: 'tally', now: tally.now, subscribe: tally.subscribe },
	]);
	registerPeople(app, world);
	registerOneEvent(app, world);
	registerForge(app, world);
	registerNotes(app, world);
}
