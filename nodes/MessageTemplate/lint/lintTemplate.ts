import { inspectTemplate, TemplateError, type DialectName, type Found, type Inspection } from '../../shared/liquid';
import { isInJsonText, isShown, mayBeEmpty, namesMade, unknownName, unknownVariable } from './rules';

export interface Finding {
	rule: 'doesNotParse' | 'vendorIgnores' | 'unknownVariable' | 'missingDefault' | 'unescapedInJson';
	/** The author's own words. */
	source: string;
	line: number;
	column: number;
	message: string;
}

const at = ({ source, line, column }: Found) => ({ source, line, column });

type Read = { ok: true; inspection: Inspection } | { ok: false; finding: Finding };

function read(template: string, dialect: DialectName): Read {
	try {
		return { ok: true, inspection: inspectTemplate(template, dialect) };
	} catch (error) {
		const { line, column, message } = error instanceof TemplateError ? error : { line: 1, column: 1, message: String(error) };
		return { ok: false, finding: { rule: 'doesNotParse', source: '', line, column, message } };
	}
}

/** The renderer's warnings begin with their line; a column they have not. */
function ignored(warning: string): Finding {
	const [, line, message] = /^line (\d+): ([\s\S]*)$/.exec(warning) ?? [undefined, '1', warning];
	return { rule: 'vendorIgnores', source: '', line: Number(line), column: 1, message };
}

/** What to look at before a template is sent, in the order of the text. Nothing is rendered. */
export function lintTemplate(template: string, dialect: DialectName): Finding[] {
	const result = read(template, dialect);
	if (!result.ok) return [result.finding];
	const { paths, values, warnings } = result.inspection;
	const findings = warnings.map(ignored);
	const made = namesMade(template);
	for (const path of paths) {
		const message = unknownVariable(path.source, dialect) ?? unknownName(path.source, made, dialect);
		if (message !== undefined) findings.push({ rule: 'unknownVariable', ...at(path), message });
	}
	for (const value of values.filter((each) => isShown(template, each))) {
		if (mayBeEmpty(value, dialect)) {
			findings.push({ rule: 'missingDefault', ...at(value), message: `Nothing stands here for people without this value: add | default: '…'` });
		}
		if (isInJsonText(template, value) && !value.filters.some((name) => name === 'json_escape' || name === 'as_json_string')) {
			findings.push({ rule: 'unescapedInJson', ...at(value), message: 'A quote or a line break in this value breaks the JSON around it: add | json_escape' });
		}
	}
	return findings.sort((a, b) => a.line - b.line || a.column - b.column);
}
