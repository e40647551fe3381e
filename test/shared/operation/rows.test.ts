import { callOperation, describe as form, field } from '../../../nodes/shared/operation';
import type { Field } from '../../../nodes/shared/operation/field';
import { closedNetwork } from '../../support/network';
import { runOperation } from '../../support/probeNode';
import { api } from '../../support/probeVendor';

closedNetwork();

const buttons = field.rows({
	displayName: 'Buttons',
	placeholder: 'Add Button',
	rowName: 'Button',
	least: 1,
	most: 3,
	fields: {
		title: field.requiredText({ displayName: 'Title' }),
		kind: field.choice({ displayName: 'Kind', options: [{ name: 'A', value: 'a' }, { name: 'B', value: 'b' }], initial: 'a' }),
		tags: field.rows({ displayName: 'Tags', placeholder: 'Add Tag', rowName: 'Tag', most: 2, fields: { name: field.requiredId({ displayName: 'Name' }) } }),
	},
});

const read = <T>(theField: Field<T>, raw: unknown): T => theField.schema.parse(raw);
const refusal = (raw: unknown): string => {
	const parsed = buttons.schema.safeParse(raw);
	return parsed.success ? 'taken' : `${parsed.error.issues[0].message} at ${parsed.error.issues[0].path.join('.')}`;
};
const row = (more: object = {}) => ({ title: 'x', kind: 'a', ...more });

describe('rows', () => {
	it('come in their order, with their own rows inside', () => {
		expect(read(buttons, { rows: [row({ title: '2', tags: { rows: [{ name: ' t ' }] } }), row({ title: '1' })] })).toEqual([
			{ title: '2', kind: 'a', tags: [{ name: 't' }] },
			{ title: '1', kind: 'a', tags: [] },
		]);
	});

	it('may be an array that an expression yields', () => {
		expect(read(buttons, [row()])).toEqual([{ title: 'x', kind: 'a', tags: [] }]);
	});

	it.each<[string, unknown, string]>([
		['none', {}, 'needs at least 1 at '],
		['undefined', undefined, 'needs at least 1 at '],
		['too many', { rows: [row(), row(), row(), row()] }, 'may hold 3 at most at '],
		['a bad value', { rows: [row(), row({ title: '' })] }, 'is missing at 1.title'],
		['a bad value further in', { rows: [row({ tags: { rows: [{}] } })] }, 'is missing at 0.tags.0.name'],
		['no rows', ['x'], 'must be rows of Title, Kind, Tags at 0'],
		['no list', 'x', 'must be a list at '],
	])('%s are refused, and the place is told', (_, raw, expected) => expect(refusal(raw)).toBe(expected));
});

it('n8n\'s form and engine understand them: expressions inside are each item\'s own', async () => {
	const operation = callOperation({
		name: 'Act',
		action: 'Act on a thing',
		description: 'For tests',
		documentation: 'https://vendor.test/docs',
		fields: { buttons },
		retry: 'safe',
		request: (input) => ({ method: 'POST', path: '/things', body: { buttons: input.buttons } }),
		outcome: (_, input) => ({ count: input.buttons.length }),
	});
	expect(form({ thing: { name: 'Thing', operations: { act: operation } } }).find(({ name }) => name === 'buttons')).toMatchObject({ type: 'fixedCollection', typeOptions: { multipleValues: true } });
	for (const title of ['one', 'two']) api().post('/things', { buttons: [{ title, kind: 'b', tags: [{ name: title }] }] }).reply(200, {});
	const parameters = { buttons: { rows: [{ title: '={{ $json.title }}', kind: 'b', tags: { rows: [{ name: '={{ $json.title }}' }] } }] } };
	const { main } = await runOperation(operation, parameters, [{ title: 'one' }, { title: 'two' }]);
	expect(main[0].map(({ json }) => json)).toEqual([{ count: 1 }, { count: 1 }]);
});
