import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { endOnSignal, stopSignal } from '../lib/command/children.mjs';
import { needDisk } from '../lib/install/disk.mjs';
import { ensureDependencies } from '../lib/install/ensureDependencies.mjs';
import { ensureHost } from '../lib/install/ensureHost.mjs';
import { Failure, runMain } from '../lib/command/failure.mjs';
import { holdLock, tryLock } from '../lib/command/holdLock.mjs';
import { OWNER } from '../lib/world/n8nRest.mjs';
import { buildPackage, openWorld } from '../lib/world/openWorld.mjs';
import * as oneConversation from '../lib/scenes/oneConversation.mjs';
import { portNumber, readOptions } from '../lib/command/options.mjs';
import { buildFolder, root } from '../lib/command/paths.mjs';
import { needPorts } from '../lib/world/ports.mjs';
import { runScenes } from '../lib/scenes/runScenes.mjs';
import { say } from '../lib/command/say.mjs';
import { watchWorld } from '../lib/world/watchWorld.mjs';

const NEEDED_BYTES = 0.5e9;
const COMMAND = 'npm start --';

function readPorts() {
	const options = readOptions(
		{ port: { type: 'string', default: '5678' }, 'sandbox-port': { type: 'string', default: '4010' } },
		`${COMMAND} [--port 5678] [--sandbox-port 4010]`,
	);
	const port = portNumber(options.port, '--port');
	const sandboxPort = portNumber(options['sandbox-port'], '--sandbox-port');
	if (port === sandboxPort) throw new Failure(`n8n and the sandbox cannot both have port ${port}`, `Give one of them another: ${COMMAND} --port ${port} --sandbox-port ${port === 4010 ? 4011 : 4010}`);
	return { port, sandboxPort };
}

/** n8n's folder is emptied at each start: two starts must not share one. */
function claim(port) {
	const { heldBy } = tryLock(join(buildFolder, `start-${port}.lock`));
	if (heldBy === undefined) return;
	throw new Failure(`Another npm start of this clone has port ${port} (process ${heldBy})`, `Use that one; or stop it with Ctrl-C in its terminal (or: kill ${heldBy}); or start a second: ${COMMAND} --port ${port + 10} --sandbox-port 4020`);
}

await runMain(async () => {
	const up = endOnSignal();
	const { port, sandboxPort } = readPorts();
	const portsAreFree = () =>
		needPorts([{ port, what: 'n8n', option: '--port' }, { port: sandboxPort, what: 'the sandbox', option: '--sandbox-port' }], COMMAND);
	mkdirSync(buildFolder, { recursive: true });
	claim(port);
	await portsAreFree();

	// Both would build into the same folders.
	const prepared = await holdLock(join(buildFolder, 'prepare.lock'), (pid) => say(`… another npm start of this clone (process ${pid}) prepares the same; waiting for it`));
	await ensureDependencies();
	await ensureHost();
	await needDisk(root, NEEDED_BYTES, { what: "n8n's data", wayOut: 'Free some space, or move the clone to another disk.' });
	await buildPackage();
	// That took a while.
	await portsAreFree();
	const world = await openWorld({ port, sandboxPort, userFolder: join(buildFolder, `n8n-${port}`) });
	prepared();

	say('\nOne conversation, from both ends:');
	await runScenes(world, [oneConversation]);

	say(`\nPage    ${world.sandbox.ready.page}`);
	say(`Editor  ${world.n8n.url}/home/workflows   (e-mail ${OWNER.email}, password ${OWNER.password})`);
	say('Stop    Ctrl-C');
	up();
	const broken = watchWorld(world);
	await Promise.race([stopSignal(), broken]);
	say('\nStopping …');
	await world.close();
});
