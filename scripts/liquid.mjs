// Renders templates given as JSON lines: one object a line in, one object a line out, in the same order.
//   npm run -s liquid -- --dialect braze < cases.jsonl
// In:  {"template": "...", "context": {...}, "contentBlocks"?: {...}, "http"?: {"GET https://...": {status, headers, body}}}
// Out: {"text": "..."} or {"text": "", "aborted": true, "abortReason": "..."} or {"error": "..."}, with "warnings"
//      and "messageExtras" where there are any.
import './lib/command/checkNode.mjs';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { ensureDependencies } from './lib/install/ensureDependencies.mjs';
import { Failure, runMain } from './lib/command/failure.mjs';
import { readOptions } from './lib/command/options.mjs';
import { sayOn } from './lib/command/say.mjs';

// Standard output carries answers only.
sayOn(process.stderr);
// Whoever reads us may stop early (`| head`).
process.stdout.on('error', () => process.exit());

const DIALECTS = ['braze', 'clevertap', 'zendesk'];
/** Lines under way at once; more wait, so that a large file does not fill the memory. */
const LINES_UNDER_WAY = 256;

/** "GET https://a.example" as the library asks for it: "GET https://a.example/". */
function normal(request) {
	const [method, ...rest] = request.trim().split(/\s+/);
	const url = rest.join(' ');
	return `${method.toUpperCase()} ${URL.canParse(url) ? new URL(url).href : url}`;
}

/** Answers from the line's own table; a URL it does not name is answered like a page that is not there. */
function answersFrom(table) {
	if (!table) return undefined;
	const pages = new Map(Object.entries(table).map(([request, page]) => [normal(request), page]));
	return async ({ method, url }) => {
		const found = pages.get(`${method} ${url}`);
		if (!found) return { status: 404, headers: {}, body: '' };
		const { status = 200, headers = {}, body = '' } = found;
		return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
	};
}

async function answer(line, { renderMessage, TemplateError }, dialect) {
	let input;
	try {
		input = JSON.parse(line);
	} catch (error) {
		return { error: `The line is not JSON: ${error.message}` };
	}
	if (typeof input?.template !== 'string') return { error: 'The line has no "template" text.' };
	const { template, context, contentBlocks, http, now, ...options } = input;
	try {
		const { text, aborted, abortReason, messageExtras, warnings } = await renderMessage(template, {
			dialect,
			...options,
			context: context ?? {},
			contentBlocks,
			http: answersFrom(http),
			now: now ? new Date(now) : undefined,
		});
		return {
			text,
			...(aborted ? { aborted, abortReason } : {}),
			...(Object.keys(messageExtras).length > 0 ? { messageExtras } : {}),
			...(warnings.length > 0 ? { warnings } : {}),
		};
	} catch (error) {
		if (!(error instanceof TemplateError)) throw error;
		const { message, line: at, column, block } = error;
		return { error: message, line: at, column, ...(block === undefined ? {} : { block }) };
	}
}

/** Writes answers in the order of their lines, as soon as they are there. */
class Answers {
	#last = Promise.resolve();
	#underWay = 0;

	async add(answered) {
		this.#underWay++;
		this.#last = this.#last.then(async () => {
			const text = `${JSON.stringify(await answered)}\n`;
			if (!process.stdout.write(text)) await once(process.stdout, 'drain');
			this.#underWay--;
		});
		if (this.#underWay >= LINES_UNDER_WAY) await this.#last;
	}

	async done() {
		await this.#last;
		// The process ends with a hard exit: wait until all is written.
		await new Promise((resolve) => process.stdout.write('', resolve));
	}
}

await runMain(async () => {
	const usage = `npm run -s liquid -- --dialect ${DIALECTS.join('|')} < lines.jsonl`;
	const { dialect } = readOptions({ dialect: { type: 'string', default: 'braze' } }, usage);
	if (!DIALECTS.includes(dialect)) throw new Failure(`There is no dialect "${dialect}"`, `Usage: ${usage}`);
	await ensureDependencies();
	const { register } = await import('tsx/cjs/api');
	register();
	const library = createRequire(import.meta.url)('../nodes/shared/liquid/index.ts');
	const answers = new Answers();
	for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
		if (line.trim() !== '') await answers.add(answer(line, library, dialect));
	}
	await answers.done();
});
