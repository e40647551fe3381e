import type { INodeParameters } from 'n8n-workflow';
import type nock from 'nock';
import { closedNetwork, RESET } from '../../support/network';
import { api, CONTINUE, failureOf, graphError, oneOf, PAGE, proved, PSID, runMessenger } from './messenger';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const rows = (...list: object[]) => ({ rows: list }) as INodeParameters;
const PROFILE = '/v26.0/me/messenger_profile';
const OK = { result: 'success' };

describe('profile', () => {
	const set = (operation: string, more: INodeParameters): INodeParameters => ({ resource: 'profile', operation, ...more });

	it.each<[string, INodeParameters, object]>([
		['greeting', set('setGreeting', { greeting: rows({ locale: 'default', text: 'Hi' }, { locale: 'de_DE', text: 'Grüße' }) }), { greeting: [{ locale: 'default', text: 'Hi' }, { locale: 'de_DE', text: 'Grüße' }] }],
		['get started', set('setGetStarted', { payload: 'GO' }), { get_started: { payload: 'GO' } }],
		['ice breakers', set('setIceBreakers', { questions: rows({ question: 'Where?', payload: 'WHERE' }) }), { ice_breakers: [{ question: 'Where?', payload: 'WHERE' }] }],
		[
			'menu',
			set('setPersistentMenu', { locale: 'default', composerDisabled: true, items: rows({ type: 'postback', title: 'Help', value: 'HELP' }, { type: 'web_url', title: 'Shop', value: 'https://shop.test' }) }),
			{ persistent_menu: [{ locale: 'default', composer_input_disabled: true, call_to_actions: [{ type: 'postback', title: 'Help', payload: 'HELP' }, { type: 'web_url', title: 'Shop', url: 'https://shop.test' }] }] },
		],
	])('sets the %s', async (_, parameters, body) => {
		api().post(PROFILE, body as nock.DataMatcherMap).query(proved()).reply(200, OK);
		expect(await oneOf(parameters)).toMatchObject({ set: Object.keys(body)[0] });
	});

	it('is read, also where nothing is set', async () => {
		const fields = 'account_linking_url,commands,get_started,greeting,ice_breakers,persistent_menu,whitelisted_domains';
		api().get(PROFILE).query(proved({ fields })).reply(200, { data: [{ get_started: { payload: 'GO' } }] });
		expect(await oneOf({ resource: 'profile', operation: 'get' })).toEqual({ get_started: { payload: 'GO' } });
		api().get(PROFILE).query(proved({ fields })).reply(200, { data: [] });
		expect(await oneOf({ resource: 'profile', operation: 'get' })).toEqual({});
	});

	it('properties are deleted by name', async () => {
		api().delete(PROFILE, { fields: ['greeting', 'ice_breakers'] }).query(proved()).reply(200, OK);
		expect(await oneOf(set('delete', { properties: 'greeting, ice_breakers' }))).toEqual({ deleted: ['greeting', 'ice_breakers'] });
	});

	it.each<[string, INodeParameters, RegExp]>([
		['a greeting without a default', set('setGreeting', { greeting: rows({ locale: 'de_DE', text: 'x' }) }), /locale "default"/],
		['5 ice breakers', set('setIceBreakers', { questions: rows(...Array.from({ length: 5 }, () => ({ question: 'x', payload: 'x' }))) }), /may hold 4/],
		['a property that is none', set('delete', { properties: 'menu' }), /"menu" is none/],
	])('%s is refused', async (_, parameters, message) => {
		expect(await failureOf(parameters)).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(message) });
	});
});

describe('user profile', () => {
	const GET = { resource: 'userProfile', operation: 'get', psid: PSID };
	const fields = 'id,name,first_name,last_name,profile_pic';
	const answers = (status: number, body: object) => api().get(`/v26.0/${PSID}`).query(proved({ fields })).reply(status, body);

	it('is read', async () => {
		answers(200, { id: PSID, name: 'Ada L', first_name: 'Ada' });
		expect(await oneOf(GET)).toEqual({ psid: PSID, known: true, id: PSID, name: 'Ada L', first_name: 'Ada' });
	});

	it.each([[230, undefined], [100, 33], [100, 2018218], [100, 2018247], [2018218, undefined]])('a name that Meta does not tell (%s/%s) stops no flow', async (code, subcode) => {
		answers(400, graphError(code, subcode));
		expect(await oneOf(GET)).toMatchObject({ psid: PSID, known: false, code: [code, subcode].filter(Boolean).join('/') });
	});

	it('a dead token does', async () => {
		answers(400, graphError(190, 463));
		expect(await failureOf(GET)).toMatchObject({ class: 'unauthorized', code: '190/463' });
	});

	it('is asked for again where Meta had trouble: a read is safe', async () => {
		answers(400, graphError(2));
		answers(200, { id: PSID });
		expect(await oneOf(GET)).toMatchObject({ known: true });
	});
});

describe('conversation routing', () => {
	it.each<[string, INodeParameters, object]>([
		['pass_thread_control', { operation: 'passThreadControl', metadata: 'to a person' }, { recipient: { id: PSID }, target_app_id: '263902037430900', metadata: 'to a person' }],
		['take_thread_control', { operation: 'takeThreadControl' }, { recipient: { id: PSID } }],
		['request_thread_control', { operation: 'requestThreadControl' }, { recipient: { id: PSID } }],
	])('%s', async (edge, parameters, body) => {
		api().post(`/v26.0/${PAGE}/${edge}`, body as nock.DataMatcherMap).query(proved()).reply(200, { success: true });
		expect(await oneOf({ resource: 'conversation', psid: PSID, ...parameters })).toMatchObject({ psid: PSID });
	});
});

describe('persona', () => {
	const PERSONAS = `/v26.0/${PAGE}/personas`;

	it('is made once: a lost answer is unknown', async () => {
		const create = { resource: 'persona', operation: 'create', name: 'Grace', pictureUrl: 'https://x.test/g.png' };
		api().post(PERSONAS, { name: 'Grace', profile_picture_url: 'https://x.test/g.png' }).query(proved()).reply(200, { id: '99' });
		expect(await oneOf(create)).toEqual({ id: '99', name: 'Grace' });
		api().post(PERSONAS).query(proved()).replyWithError(RESET);
		expect(await failureOf(create)).toMatchObject({ class: 'unknownOutcome' });
	});

	it('all come, page by page, by the cursor: the URL that Graph names holds the token', async () => {
		const next = `https://graph.facebook.com/v26.0/${PAGE}/personas?access_token=secret&after=c1`;
		api().get(PERSONAS).query(proved({ limit: '100' })).reply(200, { data: [{ id: '1', name: 'A' }], paging: { next, cursors: { before: 'c0', after: 'c1' } } });
		api().get(PERSONAS).query(proved({ limit: '100', after: 'c1' })).reply(200, { data: [{ id: '2', name: 'B' }], paging: { cursors: { before: 'c1', after: 'c2' } } });
		const { main } = await runMessenger({ resource: 'persona', operation: 'getMany' }, [{}], CONTINUE);
		expect(main[0].map(({ json }) => json.id)).toEqual(['1', '2']);
	});

	it('one is read and deleted', async () => {
		api().get('/v26.0/99').query(proved({ fields: 'id,name,profile_picture_url' })).reply(200, { id: '99', name: 'Grace' });
		expect(await oneOf({ resource: 'persona', operation: 'get', personaId: '99' })).toEqual({ id: '99', name: 'Grace' });
		api().delete('/v26.0/99').query(proved()).reply(200, { success: true });
		expect(await oneOf({ resource: 'persona', operation: 'delete', personaId: '99' })).toEqual({ id: '99', deleted: true });
	});
});
