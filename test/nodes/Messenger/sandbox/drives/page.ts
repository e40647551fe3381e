import { ADA, APP, PAGE } from '../../../../sandbox/messenger/harness';
import { rows } from '../../../../support/drives';
import { profileOf, subscribedCallback, subscriptionsOf, type MessengerDrives } from '../messenger';

const GREETING = rows({ locale: 'default', text: 'Hello {{user_first_name}}' }, { locale: 'de_DE', text: 'Hallo' });
const MENU = { items: rows({ type: 'postback', title: 'Talk to us', value: 'TALK' }, { type: 'web_url', title: 'Shop', value: 'https://shop.test' }) };

export const profile: MessengerDrives = {
	setGreeting: async (node, sandbox) => {
		await node.one('profile.setGreeting', { greeting: GREETING });
		expect(await profileOf(sandbox)).toEqual({ greeting: [{ locale: 'default', text: 'Hello {{user_first_name}}' }, { locale: 'de_DE', text: 'Hallo' }] });
	},
	setGetStarted: async (node, sandbox) => {
		await node.one('profile.setGetStarted', { payload: 'START' });
		expect(await profileOf(sandbox)).toEqual({ get_started: { payload: 'START' } });
	},
	setPersistentMenu: async (node, sandbox) => {
		expect(await node.failure('profile.setPersistentMenu', MENU)).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('get_started') });
		await node.one('profile.setGetStarted', { payload: 'START' });
		await node.one('profile.setPersistentMenu', { ...MENU, composerDisabled: true });
		expect(await profileOf(sandbox)).toMatchObject({
			persistent_menu: [{ locale: 'default', composer_input_disabled: true, call_to_actions: [{ type: 'postback', title: 'Talk to us', payload: 'TALK' }, { type: 'web_url', title: 'Shop', url: 'https://shop.test' }] }],
		});
	},
	setIceBreakers: async (node, sandbox) => {
		await node.one('profile.setIceBreakers', { questions: rows({ question: 'Where is my order?', payload: 'ORDER' }) });
		expect(await profileOf(sandbox)).toEqual({ ice_breakers: [{ question: 'Where is my order?', payload: 'ORDER' }] });
	},
	get: async (node) => {
		expect(await node.one('profile.get')).toEqual({});
		await node.one('profile.setGreeting', { greeting: GREETING });
		expect(await node.one('profile.get')).toMatchObject({ greeting: [{ locale: 'default' }, { locale: 'de_DE' }] });
	},
	delete: async (node, sandbox) => {
		await node.one('profile.setGetStarted', { payload: 'START' });
		await node.one('profile.setPersistentMenu', MENU);
		// The menu needs the button, so the button goes with it or not at all.
		expect(await node.failure('profile.delete', { properties: 'get_started' })).toMatchObject({ class: 'invalidInput' });
		await node.one('profile.delete', { properties: 'get_started, persistent_menu' });
		expect(await profileOf(sandbox)).toEqual({});
	},
};

const newPersona = { name: 'Nora', pictureUrl: 'https://shop.test/nora.png' };

export const persona: MessengerDrives = {
	create: async (node, sandbox) => {
		const { id } = await node.one('persona.create', newPersona);
		await node.one('message.sendText', { psid: ADA, text: 'Hi', more: { personaId: String(id) } });
		expect((await sandbox.chat(ADA)).at(-1)).toMatchObject({ text: 'Hi', persona: 'Nora' });
	},
	get: async (node) => {
		const { id } = await node.one('persona.create', newPersona);
		expect(await node.one('persona.get', { personaId: String(id) })).toEqual({ id, name: 'Nora', profile_picture_url: newPersona.pictureUrl });
	},
	getMany: async (node) => {
		await node.all('persona.create', { ...newPersona, name: '={{ $json.name }}' }, Array.from({ length: 105 }, (_, index) => ({ name: `P${index}` })));
		expect(await node.all('persona.getMany')).toHaveLength(105);
		expect(node.called).toHaveLength(2);
	},
	delete: async (node) => {
		const { id } = await node.one('persona.create', newPersona);
		expect(await node.one('persona.delete', { personaId: String(id) })).toEqual({ id, deleted: true });
		expect(await node.failure('persona.get', { personaId: String(id) })).toMatchObject({ class: 'notFound', code: '100/33' });
	},
};

export const subscription: MessengerDrives = {
	status: async (node, sandbox) => {
		expect(await node.one('subscription.status')).toMatchObject({ healthy: false, app: { subscribed: false }, page: { subscribed: false } });
		const callback = await subscribedCallback(sandbox, 'messages');
		try {
			expect(await node.one('subscription.status', { webhookFields: 'messages,messaging_postbacks', callbackUrl: callback.url })).toMatchObject({
				healthy: false,
				app: { subscribed: true, callbackUrl: callback.url, isOurCallback: true, missingFields: ['messaging_postbacks'] },
				page: { subscribed: true, fields: ['messages'], missingFields: ['messaging_postbacks'] },
			});
			expect(await node.one('subscription.status', { webhookFields: 'messages' })).toMatchObject({ healthy: true });
		} finally {
			await callback.close();
		}
	},
	repair: async (node, sandbox) => {
		const callback = await subscribedCallback(sandbox, 'messages');
		const wanted = { webhookFields: 'messages,messaging_postbacks' };
		try {
			expect(await node.one('subscription.repair', wanted)).toMatchObject({ healthy: true, repaired: ['app', 'page'] });
			expect(await subscriptionsOf(sandbox)).toEqual({
				apps: [{ appId: APP, object: 'page', callbackUrl: callback.url, verifyToken: expect.any(String), fields: ['messages', 'messaging_postbacks'] }],
				pages: [{ pageId: PAGE, appId: APP, fields: ['messages', 'messaging_postbacks'] }],
			});
			expect(await node.one('subscription.repair', wanted)).toMatchObject({ healthy: true, repaired: [] });
			// A callback that leads elsewhere stays where it is.
			expect(await node.one('subscription.repair', { webhookFields: 'messages,message_reads', callbackUrl: 'https://n8n.example.com/webhook' })).toMatchObject({ healthy: false, repaired: ['page'], app: { callbackUrl: callback.url, isOurCallback: false } });
		} finally {
			await callback.close();
		}
	},
};
