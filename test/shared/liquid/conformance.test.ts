import * as library from '../../../nodes/shared/liquid';
import { sections } from './cases';
import { runCase } from './conformance';

const MARKS = ['documented', 'run', 'peer', 'unsure', 'ours'];

describe.each(sections)('$title', (section) => {
	it.each(section.cases.map((each, index) => ({ index: index + 1, mark: each[2], template: each[0].slice(0, 120), each })))(
		'$index [$mark] $template',
		async ({ each }) => {
			expect(await runCase(library, section, each)).toBeUndefined();
		},
	);
});

it('has at least 400 cases, each with its mark', () => {
	const cases = sections.flatMap((section) => section.cases);
	expect(cases.length).toBeGreaterThanOrEqual(400);
	expect(cases.filter(([, , mark]) => !MARKS.includes(mark))).toEqual([]);
});
