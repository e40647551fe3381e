import { createServer } from 'node:net';
import { Failure } from '../command/failure.mjs';
import { whoListens } from './listener.mjs';

const listenOnce = (port) =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const taken = server.address().port;
			server.close(() => resolve(taken));
		});
	});

/** A port of 127.0.0.1 that is free now. */
export const freePort = () => listenOnce(0);

const refusal = (port) => listenOnce(port).then(() => undefined, ({ code }) => code);

/** The first free one from here on. */
async function freeFrom(port, not) {
	for (let next = port; next < 65_536; next++) if (!not.includes(next) && (await refusal(next)) === undefined) return next;
	return await freePort();
}

const WHO = { n8n: 'an n8n', sandbox: 'a sandbox like this one' };

/** `an n8n, process 1234` */
function named({ kind, pid }) {
	const words = [kind && WHO[kind], pid && `process ${pid}`].filter(Boolean).join(', ');
	return words === '' ? '' : ` (${words})`;
}

/**
 * @typedef {{ port: number, what: string, option: string }} Wanted `what`: who wants it; `option`: how another one is chosen
 * @param {Array<Wanted & { who: { kind?: 'n8n' | 'sandbox', pid?: number } }>} taken
 * @param {string} another the command that would run instead
 */
export function takenFailure(taken, another) {
	const what = taken.map(({ port, what: whom, who }) => `Port ${port}, meant for ${whom}, is taken${named(who)}`).join('\n  ');
	const pids = [...new Set(taken.map(({ who }) => who.pid).filter(Boolean))];
	const ours = taken.every(({ who }) => who.kind !== undefined);
	const stop = ours ? `Perhaps from an earlier run: stop it with Ctrl-C in its terminal${pids.length > 0 ? `, or: kill ${pids.join(' ')}` : ''}` : 'Stop what listens there';
	return new Failure(what, `${stop}. Or take another: ${another}`);
}

/**
 * Tells of all ports that are taken at once, and names free ones.
 * @param {Wanted[]} wanted
 * @param {string} [command] which takes the options
 */
export async function needPorts(wanted, command) {
	const withOptions = (options) => [command, ...options].filter(Boolean).join(' ');
	const codes = await Promise.all(wanted.map(({ port }) => refusal(port)));
	const closed = wanted.find((_, index) => codes[index] === 'EACCES');
	if (closed) throw new Failure(`Port ${closed.port}, meant for ${closed.what}, may not be opened by you`, `Choose one above 1024: ${withOptions([`${closed.option} ${closed.port + 4000}`])}`);
	const odd = codes.find((code) => code !== undefined && code !== 'EADDRINUSE');
	if (odd) throw new Failure(`No port of 127.0.0.1 can be opened (${odd})`, 'Let this computer talk to itself: its loopback interface must be up.');
	const taken = await Promise.all(wanted.filter((_, index) => codes[index] !== undefined).map(async (one) => ({ ...one, who: await whoListens(one.port) })));
	if (taken.length === 0) return;
	const chosen = [];
	const ports = [];
	for (const [index, { port, option }] of wanted.entries()) {
		const free = codes[index] === undefined ? port : await freeFrom(port + 1, [...ports, ...wanted.map((one) => one.port)]);
		ports.push(free);
		chosen.push(`${option} ${free}`);
	}
	throw takenFailure(taken, withOptions(chosen));
}

/**
 * @param {number} port
 * @param {string} what who wants it
 * @param {string} option how another one is chosen
 * @returns {Promise<number>} the port
 */
export async function needPort(port, what, option) {
	await needPorts([{ port, what, option }]);
	return port;
}
