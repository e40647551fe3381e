/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- the scripts are ES modules of Node's own, asked in a process of theirs */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

export const root = join(__dirname, '..', '..');

export const script = (name: string): string => join(root, 'scripts', name);

/**
 * Runs `body` with a module of scripts/ as `lib`, and gives what it returns. A failure that is thrown comes back as `{ failure, wayOut }`.
 * @param name `lib/world/ports.mjs`
 * @param body of an async function; `given` is the other argument
 */
export async function askScripts<Answer>(name: string, body: string, given: unknown = null): Promise<Answer> {
	const code = `
		import * as lib from ${JSON.stringify(pathToFileURL(script(name)).href)};
		const work = async (given) => { ${body} };
		const answer = await work(${JSON.stringify(given)}).catch((error) => {
			if (error.wayOut === undefined) throw error;
			return { failure: error.message, wayOut: error.wayOut };
		});
		process.stdout.write('\\n' + JSON.stringify(answer));
		process.exit();`;
	const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], { cwd: root, maxBuffer: 1e7, timeout: 25_000 });
	return JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1)) as Answer;
}

/** As {@link askScripts} gives it. */
export interface Told {
	failure: string;
	wayOut: string;
}
