import { renderMessage } from '../../../nodes/shared/liquid';
import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const blocks = () => braze.client().templates.content_blocks;

describe('GET /content_blocks/list', () => {
	it('lists the blocks with their tags, without their content', async () => {
		const { count, message, content_blocks: listed } = await blocks().list({});
		expect([count, message]).toEqual([2, 'success']);
		expect(listed.map(({ name, liquid_tag: tag, inclusion_count: count }) => [name, tag, count])).toEqual([
			['Opt_Out', '{{content_blocks.${Opt_Out}}}', 1],
			['Sms_Footer', '{{content_blocks.${Sms_Footer}}}', 0],
		]);
		expect(listed[0]).not.toHaveProperty('content');
	});

	it('comes in pages', async () => {
		expect((await blocks().list({ limit: 1 })).content_blocks.map(({ name }) => name)).toEqual(['Opt_Out']);
		expect((await blocks().list({ limit: 1, offset: 1 })).content_blocks.map(({ name }) => name)).toEqual(['Sms_Footer']);
		expect((await blocks().list({ limit: 1, offset: 2 })).content_blocks).toEqual([]);
	});

	it('can be asked for what was edited in a stretch of time', async () => {
		expect((await blocks().list({ modified_after: '2024-05-01T00:00:00.000' })).content_blocks.map(({ name }) => name)).toEqual(['Sms_Footer']);
		expect((await blocks().list({ modified_before: '2024-05-01T00:00:00.000' })).content_blocks.map(({ name }) => name)).toEqual(['Opt_Out']);
	});

	it.each([
		['offset=0', 'Offset must be greater than 0'],
		['offset=x', 'Offset is invalid'],
		['limit=0', 'Content Block number limit must be greater than 0'],
		['limit=1.5', 'Content Block number limit is invalid'],
		['limit=1001', 'Content Block number limit exceeds maximum of 1000'],
		['modified_after=soon', 'Modified after time is invalid'],
		['modified_before=late', 'Modified before time is invalid'],
		['modified_after=2024-02-01&modified_before=2024-01-01', 'Modified after time must be earlier than or the same as modified before time.'],
	])('refuses %s', async (query, message) => {
		expect(await braze.call('GET', `/content_blocks/list?${query}`)).toMatchObject({ status: 400, body: { message } });
	});
});

describe('GET /content_blocks/info', () => {
	it('gives the content, which is Liquid and may hold another block', async () => {
		const footer = await blocks().get({ content_block_id: 'content-block-sms-footer' });
		expect(footer).toMatchObject({ name: 'Sms_Footer', content_type: 'text', message: 'success' });
		const optOut = await blocks().get({ content_block_id: 'content-block-opt-out' });
		const rendered = await renderMessage('{{content_blocks.${Sms_Footer}}}', {
			dialect: 'braze',
			context: { first_name: 'Ada' },
			contentBlocks: { Sms_Footer: footer.content, Opt_Out: optOut.content },
		});
		expect(rendered.text).toBe('Ada, this is Acme. Reply STOP to opt out.');
	});

	it.each([['', 'Content Block ID cannot be blank'], ['?content_block_id=nope', 'Content Block ID is invalid for this workspace']])('refuses %s', async (query, message) => {
		expect(await braze.call('GET', `/content_blocks/info${query}`)).toMatchObject({ status: 400, body: { message } });
	});
});

it.each(['/content_blocks/list', '/content_blocks/info?content_block_id=content-block-opt-out'])('a key without the permission may not GET %s', async (path) => {
	const answer = await braze.call('GET', path, undefined, { Authorization: 'Bearer sandbox-braze-send-only' });
	expect(answer).toMatchObject({ status: 403, body: { message: 'Access Denied' } });
});
