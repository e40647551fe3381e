/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command of its own, not a node */
import { startSandbox } from './server';

const numberAfter = (flag: string, fallback: number): number => {
	const at = process.argv.indexOf(flag);
	const value = at === -1 ? fallback : Number(process.argv[at + 1]);
	if (Number.isFinite(value) && value >= 0) return value;
	process.stderr.write(`${flag} takes a number, for instance ${flag} ${fallback}\n`);
	process.exit(2);
};

const port = numberAfter('--port', 4010);

startSandbox({ port, waitFactor: numberAfter('--wait-factor', 0.01) }).then(
	(sandbox) => {
		process.stdout.write(`${JSON.stringify(sandbox.ready)}\n`);
		const stop = () => void sandbox.close().then(() => process.exit(0));
		process.on('SIGINT', stop);
		process.on('SIGTERM', stop);
	},
	(error: NodeJS.ErrnoException) => {
		const why = error.code === 'EADDRINUSE' ? `port ${port} is taken: choose another with --port` : String(error);
		process.stderr.write(`The sandbox could not start: ${why}\n`);
		process.exit(1);
	},
);
