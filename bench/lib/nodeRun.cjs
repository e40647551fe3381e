/* One contestant in a process of its own: `node nodeRun.cjs <host folder> <package folder> <spec>` prints one JSON line. Runs under the host's Node, with the host's n8n-core. */
const { createRequire } = require('node:module');
const { join } = require('node:path');

const [, , hostFolder, packageFolder, specText] = process.argv;
const spec = JSON.parse(specText);
const fromHost = createRequire(join(hostFolder, 'node_modules', 'n8n', 'package.json'));
// What n8n does at its start; without it each line of the log would say so.
process.env.N8N_LOG_LEVEL = 'error';

/** As many as are measured mostly: n8n's heap has grown and its code is compiled long before a batch of this size comes. */
const WARM_UP_ITEMS = 10_000;

const contestants = require('./contestants.cjs');
const { peakMemoryMb } = require('./peakMemory.cjs');

async function main() {
	const make = contestants[spec.contestant];
	if (make === undefined) throw new Error(`No contestant "${spec.contestant}"`);
	const where = { ...spec, fromHost, packageFolder };
	// n8n is a process that has run before: what is loaded and compiled at the first call belongs to no contestant.
	const warmUp = await make({ ...where, count: WARM_UP_ITEMS });
	await warmUp();
	await fetch(`${spec.url}/reset`, { method: 'DELETE' });
	const run = await make(where);
	const before = peakMemoryMb();
	const started = process.hrtime.bigint();
	const { items, failed } = await run();
	const ms = Number(process.hrtime.bigint() - started) / 1e6;
	process.stdout.write(`${JSON.stringify({ ms, items, failed, peakMb: peakMemoryMb(), beforeMb: before })}\n`);
	process.exit(0);
}

main().catch((error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exit(1);
});
