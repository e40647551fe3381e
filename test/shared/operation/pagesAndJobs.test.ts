import { batchOperation, callOperation, field, success } from '../../../nodes/shared/operation';
import { objectBody } from '../../../nodes/shared/transport/call';
import { z } from '../../../nodes/shared/schema';
import { closedNetwork } from '../../support/network';
import { runOperation } from '../../support/probeNode';
import { api } from '../../support/probeVendor';
import { waits } from '../../support/quickSleep';
import { ID_FROM_ITEM, oneByOne } from './probeOperations';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const fields = { id: field.requiredId({ displayName: 'Thing ID' }) };
const pageShape = z.object({ rows: z.array(z.object({ n: z.number() })), next: z.string().optional() });

const list = callOperation({
	...oneByOne.about,
	fields,
	retry: 'safe',
	request: ({ id }) => ({ method: 'GET', path: '/rows', query: { of: id } }),
	page: {
		next: (call, answer) => {
			const { next } = pageShape.parse(answer.body);
			return next === undefined ? undefined : { ...call, query: { ...call.query, after: next } };
		},
	},
	outcome: (answer) => pageShape.parse(answer.body).rows,
});

const job = callOperation({
	...oneByOne.about,
	fields,
	retry: 'onlyIfNothingHappened',
	request: ({ id }) => ({ method: 'POST', path: '/jobs', body: { id } }),
	poll: { ask: (answer) => ({ method: 'GET', path: `/jobs/${String(objectBody(answer).job)}` }), isDone: (answer) => objectBody(answer).done === true, everyMs: 1000, longestMs: 3000 },
	outcome: (answer) => ({ rows: String(objectBody(answer).rows ?? '') }),
});

describe('a list that comes in pages', () => {
	it('is read to its end; every row is paired with the item that asked', async () => {
		api().get('/rows').query({ of: 'a' }).reply(200, { rows: [{ n: 1 }, { n: 2 }], next: 'x' });
		api().get('/rows').query({ of: 'a', after: 'x' }).reply(200, { rows: [{ n: 3 }] });
		api().get('/rows').query({ of: 'b' }).reply(200, { rows: [{ n: 4 }] });
		const { main } = await runOperation(list, ID_FROM_ITEM, [{ id: 'a' }, { id: 'b' }]);
		expect(main[0].map(({ json, pairedItem }) => [json.n, pairedItem])).toEqual([[1, { item: 0 }], [2, { item: 0 }], [3, { item: 0 }], [4, { item: 1 }]]);
	});

	it('fails whole when a later page fails: half a list is no list', async () => {
		api().get('/rows').query({ of: 'a' }).reply(200, { rows: [{ n: 1 }], next: 'x' });
		api().get('/rows').query({ of: 'a', after: 'x' }).reply(400, { message: 'bad cursor' });
		const { main } = await runOperation(list, ID_FROM_ITEM, [{ id: 'a' }], { onError: 'continueErrorOutput' });
		expect(main[0]).toEqual([]);
		expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: 'bad cursor' });
	});
});

describe('a job that is answered later', () => {
	it('is asked for until it is done', async () => {
		api().post('/jobs').reply(202, { job: 'j1' }).get('/jobs/j1').reply(200, { done: false }).get('/jobs/j1').reply(200, { done: true, rows: '5' });
		const { main } = await runOperation(job, ID_FROM_ITEM, [{ id: 'a' }]);
		expect(main[0][0].json).toEqual({ rows: '5' });
		expect(waits).toEqual([1000, 1000]);
	});

	it('is an unknown outcome when it does not end in time', async () => {
		api().post('/jobs').reply(202, { job: 'j1' }).get('/jobs/j1').times(3).reply(200, { done: false });
		const { main } = await runOperation(job, ID_FROM_ITEM, [{ id: 'a' }], { onError: 'continueErrorOutput' });
		expect(main[1][0].json.error).toMatchObject({ class: 'unknownOutcome', fix: expect.stringContaining('/jobs/j1') });
	});

	it('is an unknown outcome when its state cannot be read: a second start would do it twice', async () => {
		api().post('/jobs').reply(202, { job: 'j1' }).get('/jobs/j1').reply(403, { message: 'no right to see jobs' });
		const { main } = await runOperation(job, ID_FROM_ITEM, [{ id: 'a' }], { onError: 'continueErrorOutput' });
		expect(main[1][0].json.error).toMatchObject({ class: 'unknownOutcome', message: expect.stringContaining('no right to see jobs') });
	});

	it('one for many items gives each its own part of the end', async () => {
		const many = batchOperation({
			...oneByOne.about,
			fields,
			retry: 'onlyIfNothingHappened',
			batch: { size: 10 },
			request: (inputs) => ({ method: 'POST', path: '/jobs', body: { ids: inputs.map(({ id }) => id) } }),
			poll: { ask: () => ({ method: 'GET', path: '/jobs/j1' }), isDone: (answer) => objectBody(answer).done === true, everyMs: 1000, longestMs: 3000 },
			outcomes: (answer, inputs) => inputs.map(({ id }) => success({ id, rows: String(objectBody(answer).rows) })),
		});
		api().post('/jobs', { ids: ['a', 'b'] }).reply(202, {}).get('/jobs/j1').reply(200, { done: true, rows: '5' });
		const { main } = await runOperation(many, ID_FROM_ITEM, [{ id: 'a' }, { id: 'b' }]);
		expect(main[0].map(({ json }) => json)).toEqual([{ id: 'a', rows: '5' }, { id: 'b', rows: '5' }]);
	});
});
