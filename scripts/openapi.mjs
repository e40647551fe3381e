// node scripts/openapi.mjs --zendesk FILE --sendbird FILE: what the nodes call, held against the vendors' own OpenAPI files. Outside the tests: the files are the vendors'.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDependencies } from './lib/install/ensureDependencies.mjs';
import { Failure, runMain } from './lib/command/failure.mjs';
import { bodyProblems } from './lib/openapi/bodyProblems.mjs';
import { readDescription } from './lib/openapi/description.mjs';
import { readOptions } from './lib/command/options.mjs';
import { root } from './lib/command/paths.mjs';
import { runCommand } from './lib/command/runCommand.mjs';
import { say, step } from './lib/command/say.mjs';

/** How the nodes' declarations and tests name them. */
const VENDORS = { zendesk: { name: 'Zendesk Support', tests: 'test/nodes/Zendesk' }, sendbird: { name: 'Sendbird', tests: 'test/nodes/Sendbird' } };

async function declaredCalls() {
	const { code, stdout, output } = await runCommand('npx', ['tsx', 'test/support/writeCalls.ts'], { cwd: root });
	if (code !== 0) throw new Failure(`The nodes' declarations cannot be read:\n${output}`, 'npx tsx test/support/writeCalls.ts shows it alone.');
	return JSON.parse(stdout);
}

/** The bodies that the operations make of their tests' inputs. */
async function recordedRequests(tests) {
	const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
	const file = join(folder, 'requests.jsonl');
	writeFileSync(file, '');
	const setUp = join(root, 'scripts', 'lib', 'openapi', 'recordRequests.cjs');
	try {
		const { code, output } = await runCommand('npx', ['jest', tests, '--setupFilesAfterEnv', setUp], { cwd: root, env: { ...process.env, RECORD_REQUESTS: file } });
		if (code !== 0) throw new Failure(`The tests whose requests are looked at fail:\n${output.split('\n').slice(-30).join('\n')}`, `npx jest ${tests} shows it alone.`);
		return readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function json(text) {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const row = (...cells) => say(`| ${cells.join(' | ')} |`);

/** One row for each declared call, and the paths that the file lacks. */
function tellCalls(description, declared) {
	const byCall = new Map();
	for (const { call, operation } of declared) byCall.set(call, [...(byCall.get(call) ?? []), operation]);
	const calls = [...byCall].sort(([one], [other]) => one.split(' ')[1].localeCompare(other.split(' ')[1]) || one.localeCompare(other));
	row('declared call', 'in the file', 'operations');
	row('---', '---', '---');
	for (const [call, operations] of calls) row(call, description.has(call) ? 'yes' : 'NO', [...new Set(operations)].join(', '));
	const lacking = calls.filter(([call]) => !description.has(call)).map(([call]) => call);
	say(`\n${calls.length} calls are declared; the file lacks ${lacking.length}${lacking.length === 0 ? '.' : ':'}`);
	for (const call of lacking) say(`  ${call}`);
}

function tellBodies(description, requests) {
	const found = new Map();
	const count = { checked: 0, withoutSchema: 0, withoutPath: 0 };
	for (const { method, path, body } of requests) {
		const value = ['POST', 'PUT', 'PATCH'].includes(method) ? json(body) : undefined;
		if (value === undefined) continue;
		const operation = description.find(method, path);
		const schema = operation && description.bodySchema(operation);
		if (schema === undefined) {
			count[operation ? 'withoutSchema' : 'withoutPath'] += 1;
			continue;
		}
		count.checked += 1;
		for (const problem of bodyProblems(value, schema, '', description.resolve)) {
			const key = `${method} ${operation.path}: ${problem}`;
			found.set(key, (found.get(key) ?? 0) + 1);
		}
	}
	say(`\n${count.checked} bodies of the tests were held against their schema; for ${count.withoutSchema} the file has the path but no body, for ${count.withoutPath} not even the path.`);
	say(found.size === 0 ? 'No body differs.' : `${found.size} differences:`);
	for (const [problem, times] of [...found].sort()) say(`  ${problem} (${times} ×)`);
}

await runMain(async () => {
	const files = readOptions({ zendesk: { type: 'string' }, sendbird: { type: 'string' } }, 'node scripts/openapi.mjs --zendesk FILE --sendbird FILE');
	const asked = Object.entries(VENDORS).filter(([option]) => files[option] !== undefined);
	if (asked.length === 0) throw new Failure('No OpenAPI file was given', 'Usage: node scripts/openapi.mjs --zendesk FILE --sendbird FILE (one of them is enough)');
	await ensureDependencies();
	const declared = await declaredCalls();
	for (const [option, { name, tests }] of asked) {
		const description = await readDescription(files[option]);
		say(`\n## ${name}, held against "${description.title}"\n`);
		tellCalls(description, declared.filter(({ vendor }) => vendor === name));
		tellBodies(description, await step(`Running ${tests} for its requests`, () => recordedRequests(tests)));
	}
	return 0;
});
