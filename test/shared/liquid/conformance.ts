import type { renderMessage, RenderOptions } from '../../../nodes/shared/liquid';
import type { LiquidCase, Section } from './caseTypes';
import { sections } from './cases';

/** What a build of the library must export to be put to the suite. */
export interface LiquidLibrary {
	renderMessage: typeof renderMessage;
	TemplateError: new (...args: never[]) => Error & { line: number; column: number };
}

/** Runs one case; returns what is wrong, or undefined. */
export async function runCase(library: LiquidLibrary, { options }: Section, [template, wanted, , own]: LiquidCase): Promise<string | undefined> {
	const given: RenderOptions = { dialect: 'braze', context: {}, ...options, ...own };
	const result = await library.renderMessage(template, given).catch((error: unknown) => error);
	if (result instanceof Error) {
		if (!(result instanceof library.TemplateError)) return `threw ${result.name}: ${result.message}`;
		if (typeof wanted === 'string' || !('error' in wanted)) return `failed: ${result.message}`;
		if (!wanted.error.test(result.message)) return `another error: ${result.message}`;
		const { line = result.line, column = result.column } = wanted;
		return line === result.line && column === result.column ? undefined : `at ${result.line}:${result.column}`;
	}
	const got = result as Awaited<ReturnType<typeof renderMessage>>;
	const shown = JSON.stringify(got);
	if (typeof wanted === 'string') return got.text === wanted && !got.aborted ? undefined : shown;
	if ('error' in wanted) return `no error: ${shown.slice(0, 300)}`;
	if ('aborted' in wanted) return got.aborted && got.abortReason === wanted.aborted && got.text === '' ? undefined : shown;
	if (got.text !== wanted.text) return shown;
	if ('warns' in wanted) return got.warnings.some((warning) => wanted.warns.test(warning)) ? undefined : `no such warning: ${shown}`;
	return JSON.stringify(got.messageExtras) === JSON.stringify(wanted.extras) ? undefined : shown;
}

export interface Report {
	cases: number;
	failures: string[];
}

/** Runs the whole suite on a build of the library; for the bundled package, which no test runner loads. */
export async function runConformance(library: LiquidLibrary): Promise<Report> {
	const report: Report = { cases: 0, failures: [] };
	for (const section of sections) {
		for (const each of section.cases) {
			report.cases++;
			const wrong = await runCase(library, section, each);
			if (wrong) report.failures.push(`${section.title}: ${each[0].slice(0, 200)} -> ${wrong}`);
		}
	}
	return report;
}
