import { lintTemplate, type Finding } from '../../../nodes/MessageTemplate/lint/lintTemplate';
import { first, runTemplate } from './messageTemplate';

const found = (template: string): Array<[rule: Finding['rule'], line: number, column: number]> => lintTemplate(template, 'braze').map(({ rule, line, column }) => [rule, line, column]);
const of = (rule: Finding['rule'], template: string): string[] => lintTemplate(template, 'braze').filter((finding) => finding.rule === rule).map(({ source }) => source);

it('a clean template has no findings', () => {
	expect(lintTemplate("Hi {{${first_name} | default: 'there'}}, {% if {{custom_attribute.${plan}}} == 'gold' %}thank you{% endif %}", 'braze')).toEqual([]);
});

describe('does not parse', () => {
	it('the one finding is where it breaks', () => {
		expect(lintTemplate('{{ nobody | lstrip }}\n  {% if %}', 'braze')).toEqual([{ rule: 'doesNotParse', source: '', line: 2, column: 3, message: expect.stringContaining('condition is missing') }]);
		expect(found('a\nb {{ ${first_name}')).toEqual([['doesNotParse', 2, 3]]);
	});

	it('its place is not taken from the words of the author', () => {
		expect(found("\n\n{% 'line 7, column 7' %}")).toEqual([['doesNotParse', 3, 1]]);
		expect(found("\n\n{% connected_content https://a.example :save x %}{% case 'line 7, column 7' %}{% wen 1 %}{% endcase %}").map(([, line]) => line)).toEqual([3]);
	});
});

describe('what the vendor ignores', () => {
	it('an unknown filter, with its line', () => {
		expect(lintTemplate("one\n{{ 'a' | lstrip }}", 'braze')).toEqual([{ rule: 'vendorIgnores', source: '', line: 2, column: 1, message: 'Braze has no filter "lstrip"; the value passes through unchanged' }]);
	});

	it('not a filter that Braze has', () => {
		expect(found("{{ 'a' | upcase | property_accessor: 'x' | number_with_delimiter }}")).toEqual([]);
	});

	it('a form that Braze does not take', () => {
		expect(lintTemplate('\n\n{% if true && false %}{% endif %}', 'braze')).toMatchObject([{ rule: 'vendorIgnores', line: 3, message: '"&& false" is ignored' }]);
		expect(found('{% if true and false %}{% endif %}')).toEqual([]);
	});
});

describe('unknown variable', () => {
	const unknown = (template: string) => of('unknownVariable', template);

	it('a standard attribute that Braze does not have', () => {
		expect(unknown("{{${firstname} | default: ''}} {{${email} | default: ''}} {{${user_id}}} {{${phone_number} | default: ''}}")).toEqual(['${firstname}', '${email}']);
	});

	it('a namespace that Braze does not have', () => {
		expect(unknown('{{custom_attributes.${a}}} {{custom_attribute.${a}}} {{api_trigger_properties.${a}}} {{campaign.${name}}} {{content_blocks.${X}}}')).toEqual(['custom_attributes.${a}']);
	});

	it('says where and what to write', () => {
		expect(lintTemplate('a\n b {{ first_name }}', 'braze')).toEqual([{ rule: 'unknownVariable', source: 'first_name', line: 2, column: 7, message: expect.stringContaining('${first_name}') }]);
	});

	it('a plain name that nothing makes, also in tags', () => {
		expect(unknown('{{ first_name }}{% if plan.level == 1 %}{% endif %}{% for i in list %}{% endfor %}')).toEqual(['first_name', 'plan.level', 'list']);
	});

	it.each([
		"{% assign a = 1 %}{{ a }}{%- assign b-c = 2 -%}{{ b-c }}",
		'{% capture a %}x{% endcapture %}{{ a | size }}',
		'{% increment a %}{{ a }}',
		"{% assign list = 'a,b' | split: ',' %}{% for one in list %}{{ one.name }}{{ forloop.index }}{% endfor %}",
		"{% tablerow k in (1..3) %}{{ k }}{% endtablerow %}",
		'{% connected_content https://a.example :save answer %}{{ answer.name }}',
		'{% connected_content https://a.example %}{{ connected.name }}',
		'{% catalog_items Shoes 1 %}{{ items[0].name }}',
		'{% liquid\nassign a = 1\n  for b in (1..2)\n echo b\nendfor\necho a %}',
		"{{ nil }}{{ true }}{% if ${user_id} != blank %}{% endif %}{{ 'now' | date: '%s' }}",
		'{% comment %}{{ nobody }}{% endcomment %}{% raw %}{{ nobody }}{% endraw %}',
	])('not a name that the template makes or that is given: %s', (template) => {
		expect(unknown(template)).toEqual([]);
	});
});

describe('missing default', () => {
	const missing = (template: string) => of('missingDefault', template);

	it('where an attribute is shown that a profile may lack', () => {
		expect(missing('{{${first_name}}}{{custom_attribute.${plan} | upcase}}{{ api_trigger_properties.${a}[0].b }}')).toEqual(['${first_name}', 'custom_attribute.${plan} | upcase', 'api_trigger_properties.${a}[0].b']);
	});

	it('not with a default, nor what is always there', () => {
		expect(missing("{{${first_name} | upcase | default: 'x'}}{{${user_id}}}{{campaign.${api_id}}}{{ 'text' }}")).toEqual([]);
	});

	it('not inside tags, where nothing is shown', () => {
		expect(missing('{% assign a = {{custom_attribute.${plan}}} %}{% if ${first_name} %}{% endif %}{% for i in {{custom_attribute.${list}}} %}{% endfor %}')).toEqual([]);
	});
});

describe('unescaped in JSON', () => {
	const unescaped = (template: string) => of('unescapedInJson', template);

	it('where a quoted text of the body holds a value', () => {
		expect(unescaped('{"a": "Hi {{sms.${inbound_message_body}}}"}')).toEqual(['sms.${inbound_message_body}']);
		expect(unescaped('[{"a": "{{campaign.${name}}}"}]')).toEqual(['campaign.${name}']);
		expect(unescaped('{"a": "\\"{{campaign.${name}}}"}')).toEqual(['campaign.${name}']);
	});

	it('also behind tags that come before the body', () => {
		expect(unescaped('{% assign x = "a" %}\n{% if true %}{% endif %}\n{"a": "{{x}}"}')).toEqual(['x']);
	});

	it('not with json_escape', () => {
		expect(unescaped("{\"a\": \"{{sms.${inbound_message_body} | default: '' | json_escape}}\"}")).toEqual([]);
	});

	it('not outside quotes, even between values that hold some', () => {
		expect(unescaped('{"a": {{campaign.${n}}}, "b": "x", "c": {{campaign.${n}}}}')).toEqual([]);
		expect(unescaped('{"a": "{{ \'"\' | json_escape }}", "b": {{campaign.${n}}}}')).toEqual([]);
	});

	it('not in a text that is no JSON', () => {
		expect(unescaped('He said "{{campaign.${name}}}"')).toEqual([]);
		expect(unescaped('{% if true %}x{% endif %} He said "{{campaign.${name}}}"')).toEqual([]);
		expect(unescaped('[Acme] He said "{{campaign.${name}}}"')).toEqual([]);
		expect(unescaped('{{campaign.${api_id}}} "{{campaign.${name}}}"')).toEqual([]);
	});
});

it('findings stand in the order of the text', () => {
	expect(found("{{ a }}\n{{ 'x' | lstrip }}\n{{${first_name}}} {{${nobody} | default: ''}}")).toEqual([['unknownVariable', 1, 4], ['vendorIgnores', 2, 1], ['missingDefault', 3, 3], ['unknownVariable', 3, 21]]);
});

it('the rules are Braze\'s: a placeholder of Zendesk is no unknown name', () => {
	expect(lintTemplate('{{ticket.id}} {{current_user.name}}', 'zendesk')).toEqual([]);
});

it('the operation tells it per item', async () => {
	const lint = { resource: 'template', operation: 'lint', templateFrom: 'expression', templateExpression: '={{ $json.template }}' };
	const ran = await runTemplate(lint, [{ template: '{{${first_name}}}' }, { template: 'fine' }, { template: '{% if %}' }]);
	expect(first(ran)).toEqual({ clean: false, findings: [{ rule: 'missingDefault', source: '${first_name}', line: 1, column: 3, message: expect.stringContaining('default') }] });
	expect(ran.main[0].map(({ json }) => json.clean)).toEqual([false, true, false]);
});
