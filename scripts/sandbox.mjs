import './lib/command/checkNode.mjs';
import { endOnSignal, stopSignal } from './lib/command/children.mjs';
import { ensureDependencies } from './lib/install/ensureDependencies.mjs';
import { runMain } from './lib/command/failure.mjs';
import { portNumber, readOptions } from './lib/command/options.mjs';
import { needPort } from './lib/world/ports.mjs';
import { sayOn } from './lib/command/say.mjs';
import { startSandbox } from './lib/world/startSandbox.mjs';

// A program that starts us reads one JSON line from stdout; everything else goes to stderr.
sayOn(process.stderr);

await runMain(async () => {
	const { port, 'wait-factor': waitFactor } = readOptions(
		{ port: { type: 'string', default: '4010' }, 'wait-factor': { type: 'string' } },
		'npm run sandbox -- [--port 4010 (0: a free one)] [--wait-factor 0.01]',
	);
	const up = endOnSignal();
	await ensureDependencies();
	const wanted = port === '0' ? 0 : await needPort(portNumber(port, '--port'), 'the sandbox', '--port');
	const sandbox = await startSandbox({ port: wanted, args: waitFactor === undefined ? [] : ['--wait-factor', waitFactor] });
	process.stdout.write(`${sandbox.line}\n`);
	up();
	await Promise.race([stopSignal(), new Promise((resolve) => sandbox.child.once('close', resolve))]);
	await sandbox.stop();
});
