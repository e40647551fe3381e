import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const templates = () => braze.client().templates.email_templates;
const create = async (body: object) => await braze.call('POST', '/templates/email/create', { template_name: 'New', subject: 'Hi', body: '<p>Hi</p>', ...body });
const names = async (query = {}) => (await templates().list(query)).templates.map(({ template_name: name }) => name);

it('creates, reads and changes a template', async () => {
	const { email_template_id: id } = await templates().create({ template_name: 'New', subject: 'Hi', body: '<p>{{content_blocks.${Opt_Out}}}</p>', tags: ['marketing'], should_inline_css: true });
	await templates().update({ email_template_id: id, template_name: 'New', subject: 'Hello', body: '<p>Hello</p>' });
	expect(await templates().get({ email_template_id: id })).toMatchObject({ message: 'success', template_name: 'New', subject: 'Hello', body: '<p>Hello</p>', tags: ['marketing'], should_inline_css: true });
	await braze.call('POST', '/templates/email/update', { email_template_id: id, preheader: 'Look' });
	expect(await templates().get({ email_template_id: id })).toMatchObject({ subject: 'Hello', preheader: 'Look' });
});

it('lists in pages and by the time of the last change', async () => {
	expect(await names()).toEqual(['Welcome', 'Local offer']);
	expect(await names({ limit: 1, offset: 1 })).toEqual(['Local offer']);
	await braze.call('POST', '/templates/email/update', { email_template_id: 'email-template-welcome', subject: 'Hello' });
	expect(await names({ modified_after: new Date(Date.now() - 3_600_000).toISOString() })).toEqual(['Welcome']);
	braze.world.age(24 * 3_600_000);
	expect(await names({ modified_after: new Date(Date.now() - 3_600_000).toISOString() })).toEqual([]);
});

it.each([
	[{ template_name: '' }, 'Template name is required'],
	[{ tags: 'marketing' }, 'Tags must be an array'],
	[{ tags: [1] }, 'All tags must be strings'],
	[{ tags: ['unheard-of'] }, 'Some tags could not be found'],
	[{ body: '{{content_blocks.${Nowhere}}}' }, 'Email must have valid Content Block names'],
	[{ should_inline_css: 'true' }, 'Invalid value for `should_inline_css`. One of `true` or `false` was expected'],
])('refuses %j in Braze’s words and creates nothing', async (body, message) => {
	expect(await create(body)).toMatchObject({ status: 400, body: { message } });
	expect(await names()).toHaveLength(2);
});

it('refuses an update of nothing, of an unknown template, and with one bad part', async () => {
	expect((await braze.call('POST', '/templates/email/update', { email_template_id: 'email-template-welcome' })).status).toBe(400);
	expect((await braze.call('POST', '/templates/email/update', { email_template_id: 'nope', subject: 'x' })).status).toBe(400);
	expect((await braze.call('POST', '/templates/email/update', { email_template_id: 'email-template-welcome', subject: 'x', tags: ['unheard-of'] })).status).toBe(400);
	expect(await templates().get({ email_template_id: 'email-template-welcome' })).toMatchObject({ subject: 'Welcome to Acme' });
	expect((await braze.call('GET', '/templates/email/info?email_template_id=nope')).status).toBe(400);
});
