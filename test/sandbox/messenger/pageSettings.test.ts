import { RULES } from '../../../sandbox/messenger/rules';
import { ADA, ADA_ELSEWHERE, ALAN_NO_PROFILE, JOERG, MARY_NEVER, PAGE, startMessenger, type Messenger } from './harness';

let messenger: Messenger;
beforeAll(async () => {
	messenger = await startMessenger();
});
beforeEach(async () => await messenger.reset());
afterAll(async () => await messenger.close());

const menu = (entry: object = {}) => [{ locale: 'default', composer_input_disabled: false, call_to_actions: [{ type: 'postback', title: 'Help', payload: 'HELP', ...entry }] }];
const START = { get_started: { payload: 'START' } };

describe('messenger profile', () => {
	const set = async (body: object) => await messenger.graph('POST', '/me/messenger_profile', body);
	const get = async (fields: string) => (await messenger.graph('GET', `/me/messenger_profile?fields=${fields}`)).body;

	it('is set property by property, read, and removed', async () => {
		expect(await get('greeting')).toEqual({ data: [] });
		expect((await set({ ...START, greeting: [{ locale: 'default', text: 'Hello' }] })).body).toEqual({ result: 'success' });
		await set({ persistent_menu: menu(), ice_breakers: [{ question: 'Open?', payload: 'OPEN' }], whitelisted_domains: ['https://example.com'], account_linking_url: 'https://example.com/link', commands: [{ locale: 'default', commands: [{ name: 'help', description: 'Help' }] }] });
		expect(await get('get_started,greeting')).toEqual({ data: [{ ...START, greeting: [{ locale: 'default', text: 'Hello' }] }] });
		expect(await get('persistent_menu,account_linking_url')).toEqual({ data: [{ persistent_menu: menu(), account_linking_url: 'https://example.com/link' }] });
		await messenger.graph('DELETE', '/me/messenger_profile', { fields: ['greeting', 'ice_breakers'] });
		expect(await get('greeting,ice_breakers')).toEqual({ data: [] });
	});

	it.each([
		['nothing', {}, RULES.badParameter],
		['a menu without get_started', { persistent_menu: menu() }, RULES.menuNeedsStart],
		['a nested menu', { ...START, persistent_menu: menu({ type: 'nested' }) }, RULES.menuNesting],
		['a menu without default locale', { ...START, persistent_menu: [{ ...menu()[0], locale: 'de_DE' }] }, RULES.greeting],
		['a menu entry without payload', { ...START, persistent_menu: menu({ payload: '' }) }, RULES.buttons],
		['5 ice breakers', { ice_breakers: Array.from({ length: 5 }, () => ({ question: 'q', payload: 'p' })) }, RULES.iceBreakers],
		['5 localised ice breakers', { ice_breakers: [{ locale: 'default', call_to_actions: Array.from({ length: 5 }, () => ({ question: 'q', payload: 'p' })) }] }, RULES.iceBreakers],
		['a greeting of 161', { greeting: [{ locale: 'default', text: 'x'.repeat(161) }] }, RULES.greeting],
		['a greeting without default', { greeting: [{ locale: 'de_DE', text: 'Hallo' }] }, RULES.greeting],
		['a domain that is none', { whitelisted_domains: ['example'] }, RULES.badParameter],
	])('refuses %s', async (_name, body, rule) => {
		expect((await set(body)).body.error?.code).toBe(100);
		expect(messenger.lastRule()).toEqual(rule);
		expect(await get('get_started,greeting,persistent_menu,ice_breakers,whitelisted_domains')).toEqual({ data: [] });
	});

	it('keeps get_started while the menu stands', async () => {
		await set({ ...START, persistent_menu: menu() });
		expect((await messenger.graph('DELETE', '/me/messenger_profile', { fields: ['get_started'] })).body.error?.code).toBe(100);
		expect((await messenger.graph('DELETE', '/me/messenger_profile', { fields: ['get_started', 'persistent_menu'] })).status).toBe(200);
	});

	it('knows its properties', async () => {
		expect((await messenger.graph('GET', '/me/messenger_profile?fields=home_page')).body.error?.code).toBe(100);
		expect((await messenger.graph('GET', '/me/messenger_profile')).body.error?.code).toBe(100);
	});

	it('takes more than 10 writes in 10 minutes, and says that the vendor may not', async () => {
		for (let write = 0; write < 10; write++) await set(START);
		expect(messenger.lastRule()).not.toEqual(RULES.profileWrites);
		expect((await set(START)).status).toBe(200);
		expect(messenger.lastRule()).toEqual(RULES.profileWrites);
		await messenger.age(601);
		await set(START);
		expect(messenger.lastRule()).not.toEqual(RULES.profileWrites);
	});
});

describe('custom user settings', () => {
	const path = '/me/custom_user_settings';

	it('stand before the menu of the Page', async () => {
		await messenger.graph('POST', '/me/messenger_profile', { ...START, persistent_menu: menu() });
		await messenger.graph('POST', path, { psid: ADA, persistent_menu: menu({ title: 'For Ada' }) });
		expect((await messenger.graph('GET', `${path}?psid=${ADA}`)).body).toEqual({ data: [{ user_level_persistent_menu: menu({ title: 'For Ada' }), page_level_persistent_menu: menu() }] });
		expect((await messenger.graph('GET', `${path}?psid=${JOERG}`)).body).toEqual({ data: [{ page_level_persistent_menu: menu() }] });
		await messenger.graph('DELETE', `${path}?psid=${ADA}&params=["persistent_menu"]`);
		expect((await messenger.graph('GET', `${path}?psid=${ADA}`)).body).toEqual({ data: [{ page_level_persistent_menu: menu() }] });
	});

	it('are refused without get_started, for strangers, for other settings', async () => {
		expect((await messenger.graph('POST', path, { psid: ADA, persistent_menu: menu() })).body.error?.code).toBe(100);
		await messenger.graph('POST', '/me/messenger_profile', START);
		expect((await messenger.graph('POST', path, { psid: ADA_ELSEWHERE, persistent_menu: menu() })).body.error?.error_subcode).toBe(2018001);
		expect((await messenger.graph('POST', path, { psid: ADA })).body.error?.code).toBe(100);
		expect((await messenger.graph('DELETE', `${path}?psid=${ADA}&params=["greeting"]`)).body.error?.code).toBe(100);
	});
});

describe('personas', () => {
	it('are made, read, listed page by page, removed', async () => {
		const made: string[] = [];
		for (let index = 0; index < 30; index++) made.push((await messenger.graph<{ id: string }>('POST', `/${PAGE}/personas`, { name: `Nora ${index}`, profile_picture_url: 'https://example.com/nora.png' })).body.id);
		expect((await messenger.graph('GET', `/${made[3]}`)).body).toEqual({ id: made[3], name: 'Nora 3', profile_picture_url: 'https://example.com/nora.png' });
		interface List { data: Array<{ id: string }>; paging: { cursors: { after: string }; next?: string } }
		const first = (await messenger.graph<List>('GET', `/${PAGE}/personas`)).body;
		expect(first.data.map(({ id }) => id)).toEqual(made.slice(0, 25));
		const second = (await messenger.graph<List>('GET', `/${PAGE}/personas?after=${first.paging.cursors.after}`)).body;
		expect(second.data.map(({ id }) => id)).toEqual(made.slice(25));
		// Only the address of a next page says that there is one; it holds the token.
		expect(await (await fetch(first.paging.next ?? '')).json()).toEqual(second);
		expect(second.paging.next).toBeUndefined();
		expect((await messenger.graph('DELETE', `/${made[3]}`)).body).toEqual({ success: true });
		expect((await messenger.graph('GET', `/${made[3]}`)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
	});

	it('need a name and a picture', async () => {
		expect((await messenger.graph('POST', `/${PAGE}/personas`, { name: 'Nora' })).body.error?.code).toBe(100);
		expect((await messenger.graph('POST', `/${PAGE}/personas`, { profile_picture_url: 'https://example.com/nora.png' })).body.error?.code).toBe(100);
	});
});

describe('user profile', () => {
	const profile = async (psid: string, fields?: string) => (await messenger.graph(`GET`, `/${psid}${fields === undefined ? '' : `?fields=${fields}`}`)).body;

	it('has names and a picture', async () => {
		expect(await profile(JOERG, 'id,name,first_name,last_name,profile_pic')).toEqual({ id: JOERG, name: 'Jörg Müller', first_name: 'Jörg', last_name: 'Müller', profile_pic: expect.stringContaining('https://') });
		expect(await profile(JOERG)).toMatchObject({ first_name: 'Jörg' });
	});

	it('has locale, timezone and gender after review: 100/2018247', async () => {
		expect((await profile(JOERG, 'first_name,locale')).error).toMatchObject({ code: 100, error_subcode: 2018247 });
		await messenger.control('POST', '/messenger/app', { profileReviewed: true });
		expect(await profile(JOERG, 'locale,timezone,gender')).toEqual({ id: JOERG, locale: 'de_DE', timezone: 1, gender: 'male' });
	});

	it.each([
		['somebody who never wrote', MARY_NEVER, { code: 230 }],
		['somebody without profile', ALAN_NO_PROFILE, { code: 100, error_subcode: 2018218 }],
		['somebody of another Page', ADA_ELSEWHERE, { code: 100, error_subcode: 33 }],
		['nobody', '1', { code: 100, error_subcode: 33 }],
	])('of %s is refused', async (_name, psid, error) => {
		expect((await profile(psid, 'name')).error).toMatchObject(error);
	});

	it('fails whole on a field that there is none', async () => {
		expect((await profile(ADA, 'name,shoe_size')).error).toMatchObject({ code: 100, message: expect.stringContaining('shoe_size') });
	});
});
