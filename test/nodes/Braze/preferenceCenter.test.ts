import type { INodeParameters } from 'n8n-workflow';
import { closedNetwork, RESET } from '../../support/network';
import { api, CONTINUE, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const center = (operation: string, more: INodeParameters = {}): INodeParameters => ({ resource: 'preferenceCenter', operation, ...more });
const CENTER = { preferenceCenter: { __rl: true, mode: 'id', value: 'pc/1' } };
const PAGES = { pageHtml: '<form></form>', confirmationHtml: '<p>Saved</p>' };
const BODY = { preference_center_page_html: '<form></form>', confirmation_page_html: '<p>Saved</p>' };
const errorOf = async (parameters: INodeParameters) => (await runBraze(parameters, [{}], CONTINUE)).main[1][0].json.error;

it('lists, reads and addresses without a word of success', async () => {
	api().get('/preference_center/v1/list').reply(200, { preference_centers: [{ name: 'a' }, { name: 'b' }] });
	expect((await runBraze(center('getMany'))).main[0].map(({ json }) => json.name)).toEqual(['a', 'b']);
	api().get('/preference_center/v1/pc%2F1').reply(200, { name: 'a', preference_center_page_html: '<form></form>', state: 'active' });
	expect((await runBraze(center('get', CENTER))).main[0][0].json).toEqual({ name: 'a', preference_center_page_html: '<form></form>', state: 'active' });
	api().get('/preference_center/v1/pc%2F1/url/cust%2042').reply(200, { preference_center_url: 'https://example.com/p' });
	expect((await runBraze(center('generateUrl', { ...CENTER, userId: 'cust 42' }))).main[0][0].json).toEqual({ userId: 'cust 42', preference_center_url: 'https://example.com/p' });
});

it('an answer that is not Braze\'s is no success', async () => {
	api().get('/preference_center/v1/pc%2F1').reply(200, '<html></html>', { 'Content-Type': 'text/html' });
	expect(await errorOf(center('get', CENTER))).toMatchObject({ class: 'unavailable' });
});

it('is made and changed with both pages', async () => {
	api()
		.post('/preference_center/v1', { name: 'Acme', ...BODY, preference_center_title: 'You', state: 'draft', options: { x: 1 } })
		.reply(201, { message: 'success', preference_center_api_id: 'pc1' });
	expect((await runBraze(center('create', { name: 'Acme', ...PAGES, more: { title: 'You', state: 'draft', options: '{"x": 1}' } }))).main[0][0].json).toEqual({ name: 'Acme', preference_center_api_id: 'pc1' });
	api().put('/preference_center/v1/pc%2F1').replyWithError(RESET).put('/preference_center/v1/pc%2F1', BODY).reply(200, { message: 'success', preference_center_api_id: 'pc/1' });
	expect((await runBraze(center('update', { ...CENTER, ...PAGES }))).main[0][0].json).toEqual({ preference_center_api_id: 'pc/1' });
});

it('a name with blanks is refused before the call', async () => {
	expect(await errorOf(center('create', { name: 'with blanks', ...PAGES }))).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/^Name: /) });
});

it.each([
	['create', { name: 'Acme', ...PAGES }, 'post', '/preference_center/v1', 'preference_center.update'],
	['getMany', {}, 'get', '/preference_center/v1/list', 'preference_center.list'],
	['generateUrl', { ...CENTER, userId: 'u' }, 'get', '/preference_center/v1/pc%2F1/url/u', 'preference_center.user.get'],
] as const)('%s names the permission that the key lacks', async (operation, more, method, path, permission) => {
	api()[method](path).reply(403, { message: 'Access Denied' });
	expect(await errorOf(center(operation, more))).toMatchObject({ class: 'forbidden', fix: expect.stringContaining(`"${permission}"`) });
});
