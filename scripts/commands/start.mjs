import { join } from 'node:path';
import { endOnSignal, stopSignal } from '../lib/children.mjs';
import { needDisk } from '../lib/disk.mjs';
import { ensureDependencies } from '../lib/ensureDependencies.mjs';
import { ensureHost } from '../lib/ensureHost.mjs';
import { Failure, runMain } from '../lib/failure.mjs';
import { OWNER } from '../lib/n8nRest.mjs';
import { buildPackage, openWorld } from '../lib/openWorld.mjs';
import * as oneConversation from '../lib/oneConversation.mjs';
import { portNumber, readOptions } from '../lib/options.mjs';
import { buildFolder, root } from '../lib/paths.mjs';
import { needPort } from '../lib/ports.mjs';
import { runScenes } from '../lib/runScenes.mjs';
import { say } from '../lib/say.mjs';

const NEEDED_BYTES = 0.5e9;

await runMain(async () => {
	const up = endOnSignal();
	const options = readOptions(
		{ port: { type: 'string', default: '5678' }, 'sandbox-port': { type: 'string', default: '4010' } },
		'npm start -- [--port 5678] [--sandbox-port 4010]',
	);
	const port = portNumber(options.port, '--port');
	const sandboxPort = portNumber(options['sandbox-port'], '--sandbox-port');
	if (port === sandboxPort) throw new Failure(`n8n and the sandbox cannot both have port ${port}`, `Give one of them another: npm start -- --sandbox-port ${port === 4010 ? 4011 : 4010}`);
	await needPort(port, 'n8n', 'npm start -- --port');
	await needPort(sandboxPort, 'the sandbox', 'npm start -- --sandbox-port');

	await ensureDependencies();
	await ensureHost();
	await needDisk(root, NEEDED_BYTES, { what: "n8n's data", wayOut: 'Free some space, or move the clone to another disk.' });
	await buildPackage();
	const world = await openWorld({ port, sandboxPort, userFolder: join(buildFolder, `n8n-${port}`) });

	say('\nOne conversation, from both ends:');
	await runScenes(world, [oneConversation]);

	say(`\nPage    ${world.sandbox.ready.page}`);
	say(`Editor  ${world.n8n.url}/home/workflows   (e-mail ${OWNER.email}, password ${OWNER.password})`);
	say('Stop    Ctrl-C');
	up();
	await stopSignal();
	say('\nStopping …');
	await world.close();
});
