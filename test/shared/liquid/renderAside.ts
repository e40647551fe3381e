import { renderMessage, TemplateError, type DialectName } from '../../../nodes/shared/liquid';
import { sections } from './cases';
import { runCase } from './conformance';

export interface WildRender {
	template: string;
	dialect: DialectName;
	context: Record<string, unknown>;
}

export type WildOutcome = { text: string } | { line: number; column: number; block?: string };

/** No render here is ended by the clock: what ends it is counted. */
const UNTIMED = { renderTime: Infinity };

async function render({ template, dialect, context }: WildRender): Promise<WildOutcome> {
	try {
		const { text } = await renderMessage(template, { dialect, context, limits: UNTIMED, contentBlocks: { a: template, b: 'x' }, http: async () => ({ status: 200, headers: {}, body: template }) });
		return { text };
	} catch (error) {
		if (!(error instanceof TemplateError)) return await Promise.reject(error);
		const { line, column, block } = error;
		return { line, column, block };
	}
}

/** One case of the conformance suite, by its section's title. */
export interface SuiteCase {
	title: string;
	index: number;
}

/** What is wrong with a case, without a limit of time unless it sets one. */
async function runUntimed({ title, index }: SuiteCase): Promise<string | undefined> {
	const section = sections.find((each) => each.title === title);
	if (section?.cases[index] === undefined) return 'there is no such case';
	const [template, wanted, mark, own = {}] = section.cases[index];
	return await runCase({ renderMessage, TemplateError }, section, [template, wanted, mark, { ...own, limits: { ...UNTIMED, ...section.options.limits, ...own.limits } }]);
}

export const answer = async (input: WildRender | SuiteCase): Promise<WildOutcome | string | undefined> => ('title' in input ? await runUntimed(input) : await render(input));
