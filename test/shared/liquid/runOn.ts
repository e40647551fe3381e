/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a command line tool */
// Puts a build of the library to the conformance suite:
//   npx tsx test/shared/liquid/runOn.ts dist/nodes/shared/liquid/index.js
import { resolve } from 'node:path';
import { runConformance } from './conformance';

async function main(): Promise<void> {
	const file = process.argv[2];
	if (!file) throw new Error('Name the built file, e.g. dist/nodes/shared/liquid/index.js');
	const { cases, failures } = await runConformance(await import(resolve(file)));
	failures.forEach((failure) => process.stdout.write(`${failure}\n`));
	process.stdout.write(`${JSON.stringify({ cases, failed: failures.length })}\n`);
	process.exitCode = cases > 0 && failures.length === 0 ? 0 : 1;
}

void main();
