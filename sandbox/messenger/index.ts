import type { FastifyInstance } from 'fastify';
import type { PretendedVendor } from '../core/vendor';
import type { World } from '../core/world';
import { accounts } from './accounts';
import { activities } from './activities';
import { appSubscriptions } from './appSubscriptions';
import { batch } from './batch';
import { messengerControl } from './control';
import { conversations } from './conversations';
import { crossIds } from './crossIds';
import { customLabels } from './customLabels';
import { customUserSettings } from './customUserSettings';
import { debugToken } from './debugToken';
import { faultAnswer } from './errors';
import { answerErrors } from './graph';
import { insights } from './insights';
import { messageAttachments } from './messageAttachments';
import { messages } from './messages';
import { messageTemplates } from './messageTemplates';
import { messengerProfile } from './messengerProfile';
import { nodes } from './nodes';
import { pageFeatures } from './pageFeatures';
import { personas } from './personas';
import { seed } from './seed';
import { MessengerState } from './state';
import { subscribedApps } from './subscribedApps';
import { threadControl } from './threadControl';
import { versions, withoutVersion } from './versions';

/** One list of routes an edge of the Graph; the next edge is one more word. */
const EDGES: Array<(app: FastifyInstance, state: MessengerState) => void> = [
	messages, messageAttachments, messageTemplates, conversations,
	subscribedApps, appSubscriptions, debugToken, accounts,
	messengerProfile, customUserSettings, personas, customLabels, threadControl,
	insights, pageFeatures, crossIds, activities, batch, nodes,
];

/** Facebook Messenger's Graph API, pretended: what it does and how sure we are of it stands in docs/sandbox-messenger.md. */
export function messengerVendor(world: World): PretendedVendor {
	const state = new MessengerState(world);
	world.onReset(() => {
		state.reset();
		seed(state);
	});
	world.onAge((ms) => state.age(ms));
	return {
		name: 'messenger',
		prefix: '/messenger',
		canonicalUrl: withoutVersion,
		faultAnswer,
		routes(app) {
			answerErrors(app, state);
			versions(app, state);
			for (const routes of EDGES) routes(app, state);
		},
		control: (app) => messengerControl(app, state),
	};
}
