import { CONTINUE } from '../Braze/braze';
import { closedNetwork } from '../../support/network';
import { first, RENDER, runTemplate } from './messageTemplate';

closedNetwork();

const HELLO = "Hello {{${first_name} | default: 'there'}}";

it('renders per item, with the item as its context', async () => {
	const { main } = await runTemplate({ ...RENDER, template: `${HELLO}, you like {{custom_attribute.\${color}}}` }, [
		{ first_name: 'Ada', custom_attribute: { color: 'green' } },
		{ custom_attribute: { color: 'red' } },
	]);
	expect(main[0].map(({ json, pairedItem }) => [json.text, pairedItem])).toEqual([
		['Hello Ada, you like green', { item: 0 }],
		['Hello there, you like red', { item: 1 }],
	]);
});

it('says what was rendered and what it costs as an SMS', async () => {
	const json = first(await runTemplate({ ...RENDER, template: `{% message_extras :key k :value v %}${HELLO} {{ 1 | camelize }}` }));
	expect(json).toEqual({
		text: 'Hello there 1',
		aborted: false,
		messageExtras: { k: 'v' },
		warnings: [expect.stringContaining('no filter "camelize"')],
		sms: { encoding: 'GSM-7', units: 13, segments: 1 },
	});
});

it('an aborted message is an outcome, no failure', async () => {
	expect(first(await runTemplate({ ...RENDER, template: "{% abort_message('nobody home') %}" }))).toMatchObject({ text: '', aborted: true, abortReason: 'nobody home' });
});

it('a context typed as JSON replaces the item', async () => {
	expect(first(await runTemplate({ ...RENDER, template: HELLO, context: '{"first_name": "Grace"}' }, [{ first_name: 'Ada' }])).text).toBe('Hello Grace');
});

it('a broken template fails its item alone, with line and column', async () => {
	const { main } = await runTemplate(
		{ ...RENDER, templateFrom: 'expression', templateExpression: '={{ $json.template }}' },
		[{ template: 'fine' }, { template: 'one\n  {{ ${first_name}' }, { template: 'fine too' }],
		CONTINUE,
	);
	expect(main[0].map(({ json }) => json.text)).toEqual(['fine', 'fine too']);
	expect(main[1]).toHaveLength(1);
	expect(main[1][0]).toMatchObject({ pairedItem: { item: 1 }, json: { error: { class: 'invalidInput', vendor: 'Message Template', message: expect.stringContaining('line 2, column 3') } } });
});

it('a value that breaks the rendering fails its item alone', async () => {
	const template = '{% if n > 1 %}{% for i in (1..n) %}{% for j in (1..n) %}xxxxxxxxxx{% endfor %}{% endfor %}{% endif %}ok';
	const { main } = await runTemplate({ ...RENDER, template }, [{ n: 1 }, { n: 100_000 }], CONTINUE);
	expect(main[0].map(({ json }) => json.text)).toEqual(['ok']);
	expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('line 1') });
});

it('other dialects', async () => {
	const zendesk = { ...RENDER, dialect: 'zendesk', template: 'Ticket {{ticket.id}}', context: '{"ticket": {"id": 7}}' };
	expect(first(await runTemplate(zendesk)).text).toBe('Ticket 7');
});

it.each([
	[{ templateFrom: 'here', template: '' }, 'Template Text: is missing'],
	[{ templateFrom: 'expression', templateExpression: '' }, 'Template Expression: is missing'],
	[{ templateFrom: 'expression', templateExpression: '={{ $json.nothing }}' }, 'Template Expression: is missing'],
	[{ template: 'x', context: '[1]' }, 'Context: must be a JSON object'],
	[{ template: 'x', dialect: 'klaviyo' }, 'Dialect: must be one of'],
])('refuses %j', async (given, message) => {
	const { main } = await runTemplate({ ...RENDER, ...given }, [{}], CONTINUE);
	expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringContaining(message) });
});
