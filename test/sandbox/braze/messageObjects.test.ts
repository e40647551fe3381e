import { startBraze, GROUP, type BrazeSandbox } from './harness';
import { APP, email } from './messaging';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
afterAll(async () => await braze.close());

const send = async (messages: object) => await braze.call('POST', '/messages/send', { external_user_ids: ['nobody'], messages });

const sms = (more: object = {}) => ({ subscription_group_id: GROUP, app_id: APP, body: 'x', ...more });
const whatsApp = (type: string, message: object) => ({ whats_app: { app_id: APP, subscription_group_id: GROUP, message_type: type, message } });
const card = (more: object = {}) => ({ content_card: { type: 'CLASSIC', title: 't', description: 'd', time_to_live: 60, ...more } });
const rows = (count: number) => ({ body: 'b', list: { list_button_text: 'x', list_sections: [{ section_title: 's', list_rows: Array.from({ length: count }, () => ({ row_title: 'r' })) }] } });

describe('message objects that are taken', () => {
	it.each<[string, object]>([
		['email', { email: email({ reply_to: 'NO_REPLY_TO', bcc: 'archive@acme.example', extras: { a: 'b' }, headers: { 'X-A': 'b' }, should_inline_css: true, attachments: [{ file_name: 'a', url: 'https://acme.example/a.pdf', basic_auth_credential: 'c' }] }) }],
		['sms', { sms: sms({ link_shortening_enabled: true, user_click_tracking_enabled: true, media_items: [{ url: 'https://acme.example/a.png' }] }) }],
		['webhook', { webhook: { url: 'https://acme.example', request_method: 'GET' } }],
		['apple push, silent', { apple_push: { 'content-available': true } }],
		['android push', { android_push: { alert: 'a', title: 't', priority: 2, extra: { a: 1 }, buttons: [{ text: 'x', action: 'URI', uri: 'https://acme.example' }] } }],
		['kindle push', { kindle_push: { alert: 'a', title: 't' } }],
		['web push', { web_push: { alert: 'a', title: 't', require_interaction: true } }],
		['WhatsApp template', whatsApp('template_message', { template_name: 'n', template_language_code: 'de', header_variables: { 0: 'x' }, body_variables: { 0: 'a', 1: 'b' } })],
		['WhatsApp image', whatsApp('text_image_response_message', { image_uri: 'https://acme.example/a.png' })],
		['WhatsApp buttons', whatsApp('quick_reply_response_message', { body: 'b', buttons: [{ text: 'Yes' }] })],
		['WhatsApp list', whatsApp('list_response_message', rows(10))],
		['WhatsApp flow', whatsApp('flow_response_message', { body: 'b', flow_button: { caption: 'Start', flow_id: '1' } })],
		['content card', card({ expire_at: new Date(Date.now() + 86_400_000).toISOString(), pinned: true })],
		['banner', card({ type: 'BANNER', image_url: 'https://acme.example/a.png' })],
	])('%s', async (_, messages) => {
		expect(await send(messages)).toMatchObject({ status: 201, body: { message: 'success' } });
	});

	it('keys that no object has are ignored, and the log says so', async () => {
		expect((await send({ email: email({ html_body: 'x' }), pigeon: {} })).status).toBe(201);
		expect(braze.events().filter(({ kind }) => kind === 'request').at(-1)?.rule).toMatchObject({ certainty: 'unconfirmed', text: expect.stringContaining('email.html_body, pigeon') });
	});
});

describe('message objects that are refused', () => {
	it.each<[string, object, string]>([
		['an e-mail without from', { email: { app_id: APP, subject: 's', body: 'b' } }, 'messages.email.from'],
		['a sender without a name', { email: email({ from: 'berlin@acme.example' }) }, 'messages.email.from'],
		['an e-mail without body', { email: { app_id: APP, from: 'A <a@b.de>', subject: 's' } }, 'messages.email.body'],
		['a reply_to that is no address', { email: email({ reply_to: 'none' }) }, 'messages.email.reply_to'],
		['a bcc that the workspace does not know', { email: email({ bcc: 'boss@acme.example' }) }, 'messages.email.bcc'],
		['an unknown app', { email: email({ app_id: 'x' }) }, 'messages.email.app_id'],
		['an unknown template', { email: email({ email_template_id: 'x' }) }, 'messages.email.email_template_id'],
		['an attachment without URL', { email: email({ attachments: [{ file_name: 'x' }] }) }, 'messages.email.attachments.0.url'],
		['an SMS without app_id', { sms: { subscription_group_id: GROUP, body: 'x' } }, 'messages.sms.app_id'],
		['an SMS to no group', { sms: sms({ subscription_group_id: 'x' }) }, 'messages.sms.subscription_group_id'],
		['a webhook with headers as a text', { webhook: { url: 'https://acme.example', request_method: 'POST', request_headers: '{}' } }, 'messages.webhook.request_headers'],
		['a webhook with a body that is no text', { webhook: { url: 'https://acme.example', request_method: 'POST', body: {} } }, 'messages.webhook.body'],
		['a webhook with PATCH', { webhook: { url: 'https://acme.example', request_method: 'PATCH' } }, 'messages.webhook.request_method'],
		['an apple push without alert', { apple_push: { sound: 'default' } }, 'messages.apple_push.alert'],
		['an asset without its type', { apple_push: { alert: 'a', asset_url: 'https://acme.example/a.png' } }, 'messages.apple_push.asset_file_type'],
		['an android push without title', { android_push: { alert: 'a' } }, 'messages.android_push.title'],
		['extra that is no dictionary', { android_push: { alert: 'a', title: 't', extra: 'x' } }, 'Invalid Extra Push Payload'],
		['extra with aps', { apple_push: { alert: 'a', extra: { aps: 1 } } }, 'Invalid Extra Push Payload'],
		['a long apple push', { apple_push: { alert: 'a'.repeat(1_912) } }, 'Apple Push Length Exceeded'],
		['a long android push', { android_push: { alert: 'a'.repeat(4_001), title: 't' } }, 'Android Push Length Exceeded'],
		['an unknown WhatsApp kind', whatsApp('video_message', {}), 'messages.whats_app.message_type'],
		['two header variables', whatsApp('template_message', { template_name: 'n', template_language_code: 'de', header_variables: { 0: 'x', 1: 'y' } }), 'messages.whats_app.message.header_variables'],
		['variables that are not counted', whatsApp('template_message', { template_name: 'n', template_language_code: 'de', body_variables: { name: 'x' } }), 'messages.whats_app.message.body_variables'],
		['eleven rows', whatsApp('list_response_message', rows(11)), 'messages.whats_app.message.list.list_sections'],
		['a card that never expires', card({ time_to_live: undefined }), 'messages.content_card.expire_at'],
		['a card for 31 days', card({ time_to_live: 31 * 86_400 }), 'messages.content_card.time_to_live'],
		['a banner without picture', card({ type: 'BANNER' }), 'messages.content_card.image_url'],
		['an object that is none', { email: 'x' }, 'messages.email'],
	])('%s', async (_, messages, message) => {
		const answer = await send(messages);
		expect(answer.status).toBe(400);
		expect(String(answer.body.message).startsWith(message)).toBe(true);
	});

	it('an apple push of exactly 1,912 bytes is taken', async () => {
		const overhead = JSON.stringify({ alert: '' }).length;
		expect((await send({ apple_push: { alert: 'a'.repeat(1_912 - overhead) } })).status).toBe(201);
		expect((await send({ apple_push: { alert: 'a'.repeat(1_913 - overhead) } })).status).toBe(400);
	});
});
