import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { closedNetwork, RESET } from '../../support/network';
import { api, CONTINUE, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const OK = { message: 'success' };
const block = (operation: string, more: INodeParameters = {}): INodeParameters => ({ resource: 'contentBlock', operation, ...more });
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const BLOCK = byId('block-1');
const CREATE = block('create', { name: 'Footer_DE', content: 'Hallo {{${first_name}}}' });
const errorOf = async (parameters: INodeParameters) => (await runBraze(parameters, [{}], CONTINUE)).main[1][0].json.error;

it('lists page by page, and names no offset of 0', async () => {
	const rows = (count: number, first = 0) => Array.from({ length: count }, (_, index) => ({ content_block_id: `b${first + index}` }));
	const after = { modified_after: '2026-11-01T00:00:00.000Z' };
	const asked: unknown[] = [];
	const keep = (query: unknown) => asked.push(query) > 0;
	api().get('/content_blocks/list').query(keep).reply(200, { ...OK, count: 100, content_blocks: rows(100) });
	api().get('/content_blocks/list').query(keep).reply(200, { ...OK, count: 1, content_blocks: rows(1, 100) });
	const { main } = await runBraze(block('getMany', { returnAll: true, more: { modifiedAfter: '2026-11-01T00:00:00Z' } }));
	expect(asked).toEqual([{ ...after, limit: '100' }, { ...after, limit: '100', offset: '100' }]);
	expect(main[0].map(({ json }) => json)).toEqual(rows(101));
});

it('reads one, with where it is used if wanted', async () => {
	api().get('/content_blocks/info').query({ content_block_id: 'block-1' }).reply(200, { ...OK, content_block_id: 'block-1', content: 'x' });
	expect((await runBraze(block('get', { contentBlock: BLOCK }))).main[0][0].json).toEqual({ content_block_id: 'block-1', content: 'x' });
	api().get('/content_blocks/info').query({ content_block_id: 'block-1', include_inclusion_data: 'true' }).reply(200, { ...OK, inclusion_data: [] });
	expect((await runBraze(block('get', { contentBlock: BLOCK, includeInclusionData: true }))).main[0][0].json).toEqual({ inclusion_data: [] });
});

it('makes one, its Liquid untouched', async () => {
	api()
		.post('/content_blocks/create', { name: 'Footer_DE', content: 'Hallo {{${first_name}}}', state: 'draft', tags: ['de'] })
		.reply(201, { ...OK, content_block_id: 'block-1', liquid_tag: '{{content_blocks.${Footer_DE}}}' });
	const { main } = await runBraze({ ...CREATE, more: { state: 'draft', tags: 'de' } });
	expect(main[0][0].json).toEqual({ name: 'Footer_DE', content_block_id: 'block-1', liquid_tag: '{{content_blocks.${Footer_DE}}}' });
});

it('a creation whose answer was lost is unknown, an update goes out again', async () => {
	api().post('/content_blocks/create').replyWithError(RESET);
	expect(await errorOf(CREATE)).toMatchObject({ class: 'unknownOutcome' });
	api().post('/content_blocks/update').replyWithError(RESET).post('/content_blocks/update', { content_block_id: 'block-1', content: 'new' }).reply(201, OK);
	expect((await runBraze(block('update', { contentBlock: BLOCK, changes: { content: 'new' } }))).main[0][0].json).toEqual({ content_block_id: 'block-1' });
});

it.each([
	['Name', { ...CREATE, name: 'with blanks' }],
	['Name', { ...CREATE, name: 'x'.repeat(100) }],
	['Content', { ...CREATE, content: 'ü'.repeat(25 * 1024) }],
	['Description', { ...CREATE, more: { description: 'x'.repeat(250) } }],
	['Update Fields', block('update', { contentBlock: BLOCK, changes: {} })],
	['Content Block', block('get', { contentBlock: byId('={{ "" }}') })],
	['Modified After', block('getMany', { more: { modifiedAfter: '2026-11-02T00:00:00Z', modifiedBefore: '2026-11-01T00:00:00Z' } })],
])('is refused by the name of what is wrong: %s', async (displayName, parameters) => {
	expect(await errorOf(parameters as IDataObject as INodeParameters)).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(new RegExp(`^${displayName}: `)) });
});
