import { MessageTemplate } from '../../../nodes/MessageTemplate/MessageTemplate.node';
import { closedNetwork } from '../../support/network';
import { first, RENDER, runTemplate } from './messageTemplate';

closedNetwork();

/** n8n would read $json here, and Braze's Liquid knows no such name. */
const TEMPLATE = "{{ $json.name }}{{${first_name} | default: 'there'}} {{ 1 | plus: 2 }} {% assign x = {{custom_attribute.${a b}}} %}{{x}}";

const ITEM = { name: 'eaten by n8n', first_name: 'Ada', custom_attribute: { 'a b': 'braces' } };

it('the template typed here reaches the renderer as it stands, while an expression beside it is evaluated', async () => {
	const context = '={{ { first_name: $json.first_name.toUpperCase(), custom_attribute: $json.custom_attribute } }}';
	expect(first(await runTemplate({ ...RENDER, template: TEMPLATE, context }, [ITEM])).text).toBe('ADA 3 braces');
});

it('a template that begins as an expression does is not evaluated either; n8n takes its first = away', async () => {
	expect(first(await runTemplate({ ...RENDER, template: '=Hi {{ $json.name }}{{${first_name}}}' }, [ITEM])).text).toBe('Hi Ada');
	expect(first(await runTemplate({ ...RENDER, templateFrom: 'expression', templateExpression: '=Hi {{ $json.name }}' }, [ITEM])).text).toBe('Hi eaten by n8n');
});

it('and so does one in content blocks', async () => {
	const json = first(await runTemplate({ ...RENDER, template: '{{content_blocks.${Hi}}}', more: { contentBlocks: '{"Hi": "{{ $json.name }}Hi {{${first_name}}}"}' } }, [ITEM]));
	expect(json.text).toBe('Hi Ada');
});

it('the fields of a template typed here cannot be an expression; those that yield one can', () => {
	const { properties } = new MessageTemplate().description;
	const named = (name: string) => properties.filter((property) => property.name === name);
	expect(named('template').map(({ noDataExpression }) => noDataExpression)).toEqual([true, true, true]);
	expect(named('templateExpression').map(({ noDataExpression }) => noDataExpression)).toEqual([undefined, undefined, undefined]);
});

it('a template in the data of the item is taken as it stands: n8n evaluates once', async () => {
	const { main } = await runTemplate({ ...RENDER, templateFrom: 'expression', templateExpression: '={{ $json.template }}' }, [
		{ ...ITEM, template: TEMPLATE },
		{ first_name: 'Grace', template: 'Hi {{${first_name}}}' },
	]);
	expect(main[0].map(({ json }) => json.text)).toEqual(['Ada 3 braces', 'Hi Grace']);
});

it('an expression that fails is told as the field\'s', async () => {
	const { main } = await runTemplate({ ...RENDER, templateFrom: 'expression', templateExpression: '={{ $json.a.b.c.d() }}' }, [{}], { onError: 'continueErrorOutput' });
	expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('Template Expression') });
});
