import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const PAGES = { preference_center_page_html: '<p>Choose</p>', confirmation_page_html: '<p>Saved</p>' };
const create = async (body: object = {}) => await braze.call('POST', '/preference_center/v1', { name: 'Berlin', ...PAGES, ...body });
const details = async (id: unknown) => await braze.call('GET', `/preference_center/v1/${id}`);

it('creates, lists, shows and changes', async () => {
	const made = await create({ options: { 'meta-viewport-content': 'width=device-width' } });
	expect(made).toMatchObject({ status: 201, body: { liquid_tag: '{{preference_center.${Berlin}}}', message: 'success' } });
	const id = made.body.preference_center_api_id;
	expect((await braze.call('GET', '/preference_center/v1/list')).body).toMatchObject({ preference_centers: [{ name: 'Acme_Preferences' }, { name: 'Berlin', preference_center_api_id: id }] });
	expect((await details(id)).body).toMatchObject({ preference_center_title: 'Preference Center', state: 'active', redirect_page_html: null, preference_center_options: { 'meta-viewport-content': 'width=device-width' } });
	const changed = await braze.call('PUT', `/preference_center/v1/${id}`, { name: 'Ignored', ...PAGES, preference_center_title: 'Yours', state: 'draft' });
	expect(changed).toMatchObject({ status: 200, body: { preference_center_api_id: id, message: 'success' } });
	expect((await details(id)).body).toMatchObject({ name: 'Berlin', preference_center_title: 'Yours', state: 'draft' });
});

it('shows when it was made and when it was last changed', async () => {
	braze.world.age(3_600_000);
	const before = (await details('preference-center-acme')).body;
	await braze.call('PUT', '/preference_center/v1/preference-center-acme', PAGES);
	const after = (await details('preference-center-acme')).body;
	expect(after.created_at).toBe(before.created_at);
	expect(Date.parse(String(after.updated_at)) - Date.parse(String(before.updated_at))).toBeGreaterThanOrEqual(3_600_000);
});

it('makes a URL of its own for each user', async () => {
	const url = async (user: string) => (await braze.call('GET', `/preference_center/v1/preference-center-acme/url/${user}`)).body.preference_center_url;
	expect(await url('cust-42')).toMatch(/^http/);
	expect(await url('cust-42')).not.toBe(await url('cust-43'));
});

it.each([
	['a name with spaces', { name: 'my center' }],
	['a name that is taken', { name: 'Acme_Preferences' }],
	['no page', { preference_center_page_html: undefined }],
	['another state', { state: 'gone' }],
])('refuses %s', async (_, body) => {
	expect((await create(body)).status).toBe(400);
});

it('answers 404 to unknown ids', async () => {
	expect((await details('nope')).status).toBe(404);
	expect((await braze.call('PUT', '/preference_center/v1/nope', PAGES)).status).toBe(404);
	expect((await braze.call('GET', '/preference_center/v1/preference-center-acme/url/nobody')).status).toBe(404);
});

it('limits writes to 10 a minute and reads to 1,000', async () => {
	expect((await create()).headers.get('x-ratelimit-limit')).toBe('10');
	expect((await details('preference-center-acme')).headers.get('x-ratelimit-limit')).toBe('1000');
});
