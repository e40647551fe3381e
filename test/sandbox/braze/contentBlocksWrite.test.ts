import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const blocks = () => braze.client().templates.content_blocks;
const create = async (body: object) => await braze.call('POST', '/content_blocks/create', { name: 'Legal', content: 'Acme Ltd.', ...body });
const update = async (body: object) => await braze.call('POST', '/content_blocks/update', { content_block_id: 'content-block-opt-out', ...body });

it('creates a block, and messages can name it by its tag', async () => {
	const made = await blocks().create({ name: 'Legal', content: '{{content_blocks.${Opt_Out}}} Acme Ltd.', description: 'foot', tags: ['marketing'] });
	expect(made).toMatchObject({ liquid_tag: '{{content_blocks.${Legal}}}', message: 'success' });
	expect(await blocks().get({ content_block_id: made.content_block_id })).toMatchObject({ name: 'Legal', description: 'foot', tags: ['marketing'] });
	expect(await blocks().get({ content_block_id: 'content-block-opt-out' })).toMatchObject({ inclusion_count: 2 });
});

it('changes what is given and keeps the rest', async () => {
	expect((await update({ content: 'Text STOP to end.' })).body).toMatchObject({ content_block_id: 'content-block-opt-out', message: 'success' });
	expect(await blocks().get({ content_block_id: 'content-block-opt-out' })).toMatchObject({ name: 'Opt_Out', content: 'Text STOP to end.' });
});

it('a draft may be renamed and made active', async () => {
	const { content_block_id: id } = await blocks().create({ name: 'Legal', content: 'x', state: 'draft' });
	expect((await update({ content_block_id: id, name: 'Legal_2', state: 'active' })).status).toBe(201);
	expect((await update({ content_block_id: id, name: 'Legal_3' })).status).toBe(400);
	expect(await blocks().get({ content_block_id: id })).toMatchObject({ name: 'Legal_2' });
});

it.each([
	[{ content: '' }, 'Content cannot be blank'],
	[{ content: 7 }, 'Content must be a string'],
	[{ content: 'x'.repeat(50 * 1024) }, 'Content must be smaller than 50kb'],
	[{ content: '{% if x %}' }, 'Content contains malformed liquid'],
	[{ content: '{{content_blocks.${Legal}}}' }, 'Content Block cannot be referenced within itself'],
	[{ description: '' }, 'Content Block description cannot be blank'],
	[{ description: 'x'.repeat(250) }, 'Content Block description must be shorter than 250 characters'],
	[{ name: '' }, 'Content Block name cannot be blank'],
	[{ name: 'x'.repeat(100) }, 'Content Block name must be shorter than 100 characters'],
	[{ name: 'Le gal' }, 'Content Block name can only contain alphanumeric characters'],
	[{ name: 'Opt_Out' }, 'Content Block with this name already exists'],
	[{ state: 'gone' }, 'Content Block state must be either active or draft'],
	[{ tags: ['unheard-of'] }, 'Some tags could not be found'],
])('refuses to create: %#', async (body, message) => {
	expect(await create(body)).toMatchObject({ status: 400, body: { message } });
	expect((await blocks().list({})).count).toBe(2);
});

it.each([
	[{ name: 'Other' }, 'Content Block name cannot be updated for active Content Blocks'],
	[{ state: 'draft' }, 'Active Content Block can not be updated to Draft. Create a new Content Block.'],
	[{ content_block_id: 'nope' }, 'Content Block ID is invalid for this workspace'],
])('refuses to update: %j', async (body, message) => {
	expect(await update({ content: 'changed', ...body })).toMatchObject({ status: 400, body: { message } });
	expect(await blocks().get({ content_block_id: 'content-block-opt-out' })).toMatchObject({ content: 'Reply STOP to opt out.' });
});
