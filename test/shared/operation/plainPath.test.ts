import fc from 'fast-check';
import { callOperation, field } from '../../../nodes/shared/operation';
import { ASK_N8N, plainPath } from '../../../nodes/shared/operation/plainPath';
import { closedNetwork } from '../../support/network';
import { runOperation } from '../../support/probeNode';
import { api } from '../../support/probeVendor';

closedNetwork();

const ITEM = { id: 7, name: 'Ada "x" ${y}', none: null, yes: false, order: { lines: [{ 'unit price': 3.5 }], length: 'long' }, 'odd key': { "it's": 1 }, when: '2026-11-21' };

const PATHS = ['$json.id', '$json.name', '$json.none', '$json.yes', '$json.order.lines[0]["unit price"]', "$json['odd key']", '$json.order.length', '$json.order.lines', '$json.order', ' $json.when '];

const OTHERS = ['={{ $json.id + 1 }}', '={{ $json.name.toUpperCase() }}', '=x {{ $json.id }}', '={{ $json }}', '={{ $json.order["lines"].length }} ', "={{ $('Start').item.json.id }}", '={{ $json.a?.b }}', '={{ $json[$json.name] }}'];

const MISSING = ['={{ $json.nothing }}', '={{ $json.nothing.deeper }}', '={{ $json.name.length }}', '={{ $json.constructor }}', '={{ $json.__proto__ }}', '={{ $json.order.lines.length }}'];

it.each(PATHS)('%s is read off the item', (path) => {
	expect(plainPath(`={{${path}}}`)?.(ITEM)).not.toBe(ASK_N8N);
});

it.each(OTHERS)('%s is left to n8n', (expression) => {
	expect(plainPath(expression)).toBeUndefined();
	expect(plainPath({ deep: ['text', expression] })).toBeUndefined();
});

it.each(MISSING)('%s is not on the item itself, so n8n is asked', (expression) => {
	expect(plainPath(expression)?.(ITEM)).toBe(ASK_N8N);
	expect(plainPath({ a: '={{ $json.id }}', list: [expression] })?.(ITEM)).toBe(ASK_N8N);
});

it('whole structures keep their shape, and what is no expression', () => {
	const parameter = { assignments: [{ id: 'a', name: 'x', value: '={{ $json.id }}', type: 'number' }, { value: 5, other: null }] };
	expect(plainPath(parameter)?.(ITEM)).toEqual({ assignments: [{ id: 'a', name: 'x', value: 7, type: 'number' }, { value: 5, other: null }] });
});

it('never throws, whatever the item is', () => {
	fc.assert(fc.property(fc.anything(), fc.constantFrom(...PATHS, ...MISSING), (json, path) => void plainPath(`={{${path}}}`)?.(json)));
});

const seen = callOperation({
	name: 'Act',
	action: 'Act on a thing',
	description: 'For tests',
	documentation: 'https://vendor.test/docs',
	fields: { value: { property: { displayName: 'Value', type: 'json', default: '' }, schema: field.jsonArray({ displayName: 'Value' }).schema } },
	retry: 'safe',
	request: ({ value }) => ({ method: 'POST', path: '/things', body: { value } }),
	outcome: () => ({}),
});

/** n8n refuses these two outright. */
const FORBIDDEN = /constructor|__proto__/;

it.each([...PATHS.map((path) => `={{${path}}}`), ...MISSING.filter((expression) => !FORBIDDEN.test(expression))])('%s gives what n8n itself computes for it', async (expression) => {
	const bodies: unknown[] = [];
	api().post('/things', (body) => bodies.push(body) > 0).times(2).reply(200, {});
	// The second is no plain path, so n8n computes it.
	const asked = expression.replace(/^=\{\{(.*)\}\}$/, '={{ ($1) }}');
	await runOperation(seen, { value: [expression] }, [ITEM]);
	await runOperation(seen, { value: [asked] }, [ITEM]);
	expect(plainPath(asked)).toBeUndefined();
	expect(bodies).toHaveLength(2);
	expect(bodies[0]).toEqual(bodies[1]);
});
