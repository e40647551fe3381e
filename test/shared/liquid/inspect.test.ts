import { inspectTemplate, TemplateError } from '../../../nodes/shared/liquid';

describe('inspectTemplate', () => {
	it('names every path in the words of the author, with its place', () => {
		const { paths } = inspectTemplate('Hi {{${first_name} | default: name}}\n{% if {{custom_attribute.${a b}[0].x}}} == 1 %}{% endif %}', 'braze');
		expect(paths.map(({ source, line, column }) => [source, line, column])).toEqual([
			['${first_name}', 1, 6],
			['name', 1, 31],
			['custom_attribute.${a b}[0].x', 2, 9],
		]);
	});

	it('names the filters of every value', () => {
		const { values } = inspectTemplate("{{ a | upcase | default: 'x' }}{% assign b = c | plus: 1 %}{{ d }}", 'braze');
		expect(values.map(({ source, filters }) => [source, filters])).toEqual([
			["a | upcase | default: 'x'", ['upcase', 'default']],
			['c | plus: 1', ['plus']],
			['d', []],
		]);
	});

	it('tells what the vendor ignores', () => {
		expect(inspectTemplate('{{ a | lstrip }}\n{% if a && b %}{% endif %}', 'braze').warnings).toEqual([
			'line 1: Braze has no filter "lstrip"; the value passes through unchanged',
			'line 2: "&& b" is ignored',
		]);
	});

	it('throws our error when the template does not parse', () => {
		expect(() => inspectTemplate('{% if %}', 'braze')).toThrow(TemplateError);
	});
});
