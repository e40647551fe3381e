import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const runner = join(dirname(fileURLToPath(import.meta.url)), 'nodeRun.cjs');
const execute = promisify(execFile);

export const median = (values) => {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted.length % 2 === 1 ? sorted[(sorted.length - 1) / 2] : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
};

/** One contestant once, in a fresh process under n8n's own Node. */
export async function runOnce({ host, packageFolder }, vendor, spec) {
	vendor.reset();
	const { stdout } = await execute(host.node, [runner, host.folder, packageFolder, JSON.stringify({ ...spec, url: vendor.url })], { maxBuffer: 1e8 });
	const result = JSON.parse(stdout.trim().split('\n').at(-1));
	return { ...result, calls: vendor.calls(), atOnce: vendor.atOnce() };
}

/** All contestants in turn, `rounds` times over, so that a slow minute of the machine hits all of them. Medians. */
export async function compare(where, vendor, specs, rounds) {
	const all = new Map(specs.map(({ contestant }) => [contestant, []]));
	for (let round = 0; round < rounds; round++) {
		for (const spec of specs) all.get(spec.contestant).push(await runOnce(where, vendor, spec));
	}
	return Object.fromEntries(
		[...all].map(([name, runs]) => [name, { ...runs.at(-1), ms: median(runs.map(({ ms }) => ms)), peakMb: median(runs.map(({ peakMb }) => peakMb)) }]),
	);
}

export const row = (cells) => `| ${cells.join(' | ')} |`;

/** A table for people, in Markdown. */
export function table(heads, rows) {
	return [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');
}
