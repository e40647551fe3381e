import { NodeOperationError } from 'n8n-workflow';
import { closedNetwork } from '../../support/network';
import { runOperation } from '../../support/probeNode';
import { api } from '../../support/probeVendor';
import { ID_FROM_ITEM, oneByOne } from './probeOperations';

closedNetwork();

const ITEMS = [{ id: 'a', note: 'first' }, { id: 'b', note: 'second' }, { id: 'c', note: 'third' }];

/** The second thing is refused for now: 429, with a wait. */
function secondIsRefused(): void {
	api().post('/things', { id: 'a' }).reply(201, { said: 'A' });
	api().post('/things', { id: 'b' }).reply(429, { message: 'slow down' }, { 'Retry-After': '30' });
	api().post('/things', { id: 'c' }).reply(201, { said: 'C' });
}

const FAILURE = { class: 'rateLimited', vendor: 'Vendor', status: 429, message: 'slow down', fix: 'Do something about: slow down', retryAfter: 30 };

it('continueErrorOutput: the bad item leaves by the error output, with the failure as data beside its own JSON', async () => {
	secondIsRefused();
	const { main, error } = await runOperation(oneByOne, ID_FROM_ITEM, ITEMS, { onError: 'continueErrorOutput' });
	expect(error).toBeUndefined();
	expect(main[0].map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
		[{ id: 'a', said: 'A' }, { item: 0 }],
		[{ id: 'c', said: 'C' }, { item: 2 }],
	]);
	expect(main[1]).toHaveLength(1);
	expect(main[1][0].json).toEqual({ id: 'b', note: 'second', error: FAILURE });
	expect(main[1][0].pairedItem).toEqual({ item: 1 });
});

it('continueRegularOutput: every item stays in its place and paired, the bad one carries the failure', async () => {
	secondIsRefused();
	const { main, error } = await runOperation(oneByOne, ID_FROM_ITEM, ITEMS, { onError: 'continueRegularOutput' });
	expect(error).toBeUndefined();
	expect(main).toHaveLength(1);
	expect(main[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	expect(main[0][1].json.error).toEqual(FAILURE);
	expect([main[0][0].json.id, main[0][2].json.id]).toEqual(['a', 'c']);
});

it('stopWorkflow: the workflow stops with an error that names the item, the class and the fix, and holds the failure', async () => {
	secondIsRefused();
	const { error, run } = await runOperation(oneByOne, ID_FROM_ITEM, ITEMS, { onError: 'stopWorkflow' });
	expect(run.status).toBe('error');
	expect(error).toMatchObject({ name: 'NodeOperationError', message: 'slow down [rateLimited]' });
	const context = error !== undefined && 'context' in error ? error.context : undefined;
	expect(context).toMatchObject({ itemIndex: 1, failure: FAILURE });
	expect(error?.description).toContain('Do something about: slow down');
	expect(error?.description).toContain('2 of 3');
});

it('without a mode set the workflow stops, too', async () => {
	api().post('/things').reply(400, { message: 'no' });
	const { error } = await runOperation(oneByOne, ID_FROM_ITEM, [{ id: 'a' }]);
	expect(error?.name).toBe(NodeOperationError.name);
});

describe('an item that cannot even be read', () => {
	it('is refused by itself where a field is empty; nothing is sent for it', async () => {
		api().post('/things', { id: 'a' }).reply(201, {});
		const { main } = await runOperation(oneByOne, ID_FROM_ITEM, [{ id: 'a' }, { id: '' }], { onError: 'continueErrorOutput' });
		expect(main[0]).toHaveLength(1);
		expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', vendor: 'Vendor', message: 'Thing ID: is missing' });
	});

	it('is refused by itself where an expression fails', async () => {
		api().post('/things', { id: 'a' }).reply(201, {});
		const parameters = { ...ID_FROM_ITEM, id: '={{ $json.deep.id.toUpperCase().toLowerCase() }}' };
		const { main } = await runOperation(oneByOne, parameters, [{ deep: { id: 'a' } }, { deep: { id: 7 } }], { onError: 'continueErrorOutput' });
		expect(main[0]).toHaveLength(1);
		expect(main[1]).toHaveLength(1);
		expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/^Thing ID: /), fix: expect.stringContaining('expression') });
	});
});

it('a connection option that is no number is refused by name, not with a parser\'s words', async () => {
	const { error } = await runOperation(oneByOne, { id: 'a', connection: { longestWait: '={{ "soon" }}' } }, [{}]);
	expect(error).toMatchObject({ name: 'NodeOperationError', message: expect.stringContaining('Longest Wait') });
});

it('no items, no calls', async () => {
	const { main, error } = await runOperation(oneByOne, ID_FROM_ITEM, []);
	expect(error).toBeUndefined();
	expect(main.flat()).toEqual([]);
});
