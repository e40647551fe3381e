import type { INodeParameters } from 'n8n-workflow';
import { closedNetwork } from '../../support/network';
import { api, assignments, CONTINUE, recorder, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const SEND = { resource: 'message', operation: 'send', userId: 'u0' };
const OK = { message: 'success', dispatch_id: 'd1' };
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const rows = (...all: INodeParameters[]): INodeParameters => ({ rows: all });

const EMAIL = { channels: ['email'], appId: 'app-1', emailFrom: 'Ada <ada@example.com>', emailSubject: 'Hi', emailBody: '<p>{{${first_name}}}</p>' };
const SMS = { channels: ['sms'], appId: 'app-1', smsSubscriptionGroupId: 'g1', smsBody: 'Hi' };
const WHATSAPP = { channels: ['whats_app'], appId: 'app-1', whatsAppSubscriptionGroupId: 'g1' };
const APPLE = { channels: ['apple_push'], appleAlert: 'Hi' };
const ANDROID = { channels: ['android_push'], androidTitle: 'Hi', androidAlert: 'Ho' };
const WEB = { channels: ['web_push'], webTitle: 'Hi', webAlert: 'Ho' };
const KINDLE = { channels: ['kindle_push'], kindleTitle: 'Hi', kindleAlert: 'Ho' };
const CARD = { channels: ['content_card'], cardTitle: 'Hi', cardDescription: 'Ho' };
const WEBHOOK = { channels: ['webhook'], webhookUrl: 'https://example.com/hook' };

async function sent(parameters: INodeParameters): Promise<unknown> {
	const { bodies, keep } = recorder();
	api().post('/messages/send', keep).reply(201, OK);
	const { error } = await runBraze({ ...SEND, ...parameters });
	expect(error).toBeUndefined();
	return bodies[0].messages;
}

describe('what each channel sends', () => {
	const cases: Array<[channel: string, parameters: INodeParameters, messages: object]> = [
		['email', EMAIL, { email: { app_id: 'app-1', from: 'Ada <ada@example.com>', subject: 'Hi', body: '<p>{{${first_name}}}</p>' } }],
		[
			'email with all that may be added',
			{
				...EMAIL,
				emailBody: '',
				emailMore: {
					templateId: 't1',
					replyTo: 'NO_REPLY_TO',
					bcc: 'b@example.com',
					plaintextBody: 'plain',
					preheader: 'pre',
					extras: assignments({ a: ['string', '1'] }),
					headers: assignments({ 'X-B': ['string', '2'] }),
					shouldInlineCss: false,
					attachments: rows({ fileName: 'invoice', url: 'https://example.com/i.pdf', basicAuthCredential: '' }, { fileName: 'x', url: 'https://example.com/x.pdf', basicAuthCredential: 'files' }),
				},
			},
			{
				email: {
					app_id: 'app-1',
					from: 'Ada <ada@example.com>',
					subject: 'Hi',
					email_template_id: 't1',
					reply_to: 'NO_REPLY_TO',
					bcc: 'b@example.com',
					plaintext_body: 'plain',
					preheader: 'pre',
					extras: { a: '1' },
					headers: { 'X-B': '2' },
					should_inline_css: false,
					attachments: [{ file_name: 'invoice', url: 'https://example.com/i.pdf' }, { file_name: 'x', url: 'https://example.com/x.pdf', basic_auth_credential: 'files' }],
				},
			},
		],
		[
			'sms',
			{ ...SMS, smsMore: { mediaItems: 'https://example.com/a.png', linkShorteningEnabled: true, userClickTrackingEnabled: true } },
			{ sms: { app_id: 'app-1', subscription_group_id: 'g1', body: 'Hi', media_items: ['https://example.com/a.png'], link_shortening_enabled: true, user_click_tracking_enabled: true } },
		],
		[
			'whatsapp template, its variables numbered from 0',
			{
				...WHATSAPP,
				whatsAppTemplateName: 'order',
				whatsAppTemplateLanguage: 'en_US',
				whatsAppBodyVariables: rows({ value: 'Ada, dear' }, { value: '42' }),
				whatsAppHeaderVariable: 'Hello',
				whatsAppButtonVariable: '/42',
				whatsAppButtonIndex: 1,
			},
			{
				whats_app: {
					app_id: 'app-1',
					subscription_group_id: 'g1',
					message_type: 'template_message',
					message: { template_name: 'order', template_language_code: 'en_US', header_variables: { 0: 'Hello' }, body_variables: { 0: 'Ada, dear', 1: '42' }, button_variables: { 1: '/42' } },
				},
			},
		],
		[
			'whatsapp text',
			{ ...WHATSAPP, whatsAppType: 'text_response_message', whatsAppBody: 'Hi', whatsAppPreviewUrl: true },
			{ whats_app: { app_id: 'app-1', subscription_group_id: 'g1', message_type: 'text_response_message', message: { body: 'Hi', preview_url: true } } },
		],
		[
			'whatsapp image',
			{ ...WHATSAPP, whatsAppType: 'text_image_response_message', whatsAppImageUri: 'https://example.com/a.jpg', whatsAppCaption: 'c' },
			{ whats_app: { app_id: 'app-1', subscription_group_id: 'g1', message_type: 'text_image_response_message', message: { image_uri: 'https://example.com/a.jpg', caption: 'c' } } },
		],
		[
			'whatsapp quick replies',
			{ ...WHATSAPP, whatsAppType: 'quick_reply_response_message', whatsAppBody: 'Ok?', whatsAppButtons: rows({ text: 'Yes' }, { text: 'No' }), whatsAppJson: '{"footer": "f"}' },
			{ whats_app: { app_id: 'app-1', subscription_group_id: 'g1', message_type: 'quick_reply_response_message', message: { footer: 'f', body: 'Ok?', buttons: [{ text: 'Yes' }, { text: 'No' }] } } },
		],
		['apple push with a text only', APPLE, { apple_push: { alert: 'Hi' } }],
		[
			'apple push',
			{
				...APPLE,
				appleTitle: 'T',
				appleMore: {
					badge: 0,
					contentAvailable: true,
					extra: assignments({ a: ['number', 1] }),
					category: 'ab_cat_yes_no',
					buttons: rows({ actionId: 'ab_pb_yes', action: 'URI', uri: 'https://example.com', useWebview: false }, { actionId: 'ab_pb_no', action: 'CLOSE', uri: '', useWebview: true }),
					otherFields: '{"apns_priority": 5}',
				},
			},
			{
				apple_push: {
					alert: { title: 'T', body: 'Hi' },
					badge: 0,
					extra: { a: 1 },
					'content-available': true,
					category: 'ab_cat_yes_no',
					buttons: [{ action_id: 'ab_pb_yes', action: 'URI', uri: 'https://example.com', use_webview: false }, { action_id: 'ab_pb_no', action: 'CLOSE' }],
					apns_priority: 5,
				},
			},
		],
		[
			'android push, its big picture under Braze\'s old name',
			{ ...ANDROID, androidMore: { imageUrl: 'https://example.com/p.png', priority: -2, timeToLive: 60, buttons: rows({ text: 'Go', action: 'DEEP_LINK', uri: 'app://x', useWebview: true }) } },
			{ android_push: { title: 'Hi', alert: 'Ho', extra: { appboy_image_url: 'https://example.com/p.png' }, priority: -2, time_to_live: 60, buttons: [{ text: 'Go', action: 'DEEP_LINK', uri: 'app://x' }] } },
		],
		[
			'web push',
			{ ...WEB, webMore: { customUri: 'https://example.com', requireInteraction: true, buttons: rows({ text: 'Go', action: 'URI', uri: 'https://example.com', useWebview: true }) } },
			{ web_push: { title: 'Hi', alert: 'Ho', custom_uri: 'https://example.com', require_interaction: true, buttons: [{ text: 'Go', action: 'URI', uri: 'https://example.com' }] } },
		],
		['kindle push', { ...KINDLE, kindleMore: { collapseKey: 'k', priority: 1 } }, { kindle_push: { title: 'Hi', alert: 'Ho', collapse_key: 'k', priority: 1 } }],
		[
			'content card',
			{ ...CARD, cardType: 'BANNER', cardImageUrl: 'https://example.com/b.png', cardTimeToLive: 60, cardMore: { pinned: true, iosUri: 'app://x', extra: assignments({ a: ['string', 'b'] }) } },
			{ content_card: { type: 'BANNER', title: 'Hi', description: 'Ho', image_url: 'https://example.com/b.png', time_to_live: 60, pinned: true, ios_uri: 'app://x', extra: { a: 'b' } } },
		],
		[
			'webhook, its headers as an object with a content type',
			{ ...WEBHOOK, webhookMethod: 'PUT', webhookBody: '{"id": "{{${user_id} | json_escape}}"}', webhookHeaders: assignments({ Authorization: ['string', 'Bearer x'], 'X-N': ['number', 1] }) },
			{ webhook: { url: 'https://example.com/hook', request_method: 'PUT', request_headers: { 'Content-Type': 'application/json', Authorization: 'Bearer x', 'X-N': '1' }, body: '{"id": "{{${user_id} | json_escape}}"}' } },
		],
		[
			'webhook with a content type of its own',
			{ ...WEBHOOK, webhookHeaders: assignments({ 'content-type': ['string', 'text/plain'] }) },
			{ webhook: { url: 'https://example.com/hook', request_method: 'POST', request_headers: { 'content-type': 'text/plain' } } },
		],
		['two channels at once', { ...EMAIL, ...SMS, channels: ['email', 'sms'], emailSubject: '' }, { email: expect.objectContaining({ app_id: 'app-1' }), sms: expect.objectContaining({ app_id: 'app-1' }) }],
	];
	it.each(cases)('%s', async (_, parameters, messages) => {
		expect(await sent(parameters)).toEqual(messages);
	});

	it('an expiry at a moment goes before seconds', async () => {
		const expireAt = new Date(Date.now() + 3_600_000).toISOString();
		expect(await sent({ ...CARD, cardExpireAt: expireAt })).toEqual({ content_card: { type: 'CLASSIC', title: 'Hi', description: 'Ho', expire_at: expireAt } });
		expect(await sent({ ...CARD, cardExpireAt: expireAt, cardMore: { expireInLocalTime: true } })).toMatchObject({ content_card: { expire_at: expireAt.slice(0, 19), expire_in_local_time: true } });
	});

	it('the variation of each channel goes with it', async () => {
		const parameters = { ...EMAIL, ...SMS, channels: ['email', 'sms'], campaign: byId('c1'), emailVariation: byId('email-1'), smsVariation: byId('sms-1') };
		expect(await sent(parameters)).toMatchObject({ email: { message_variation_id: 'email-1' }, sms: { message_variation_id: 'sms-1' } });
	});
});

describe('what is refused, by the name of the field', () => {
	const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
	const cases: Array<[displayName: string, parameters: INodeParameters]> = [
		['Channels', { channels: [] }],
		['App ID', { ...EMAIL, appId: '' }],
		['From', { ...EMAIL, emailFrom: '' }],
		['From', { ...EMAIL, emailFrom: 'Ada' }],
		['Body \\(HTML\\)', { ...EMAIL, emailBody: '' }],
		['Reply To', { ...EMAIL, emailMore: { replyTo: 'nobody' } }],
		['Email Message Variation', { ...EMAIL, campaign: byId('c1') }],
		['SMS Message Variation', { ...EMAIL, ...SMS, channels: ['email', 'sms'], campaign: byId('c1'), emailVariation: byId('v') }],
		['SMS Subscription Group ID', { ...SMS, smsSubscriptionGroupId: '' }],
		['SMS Body', { ...SMS, smsBody: '' }],
		['Track Clicks per User', { ...SMS, smsMore: { userClickTrackingEnabled: true } }],
		['Template Name', WHATSAPP],
		['WhatsApp Body', { ...WHATSAPP, whatsAppType: 'text_response_message' }],
		['Image URI', { ...WHATSAPP, whatsAppType: 'text_image_response_message' }],
		['Quick Replies', { ...WHATSAPP, whatsAppType: 'quick_reply_response_message', whatsAppBody: 'x' }],
		['Message \\(JSON\\)', { ...WHATSAPP, whatsAppType: 'list_response_message', whatsAppBody: 'x' }],
		['Message \\(JSON\\)', { ...WHATSAPP, whatsAppType: 'flow_response_message', whatsAppBody: 'x' }],
		['Apple Alert', { ...APPLE, appleAlert: '' }],
		['Apple Alert', { ...APPLE, appleAlert: 'x'.repeat(1913) }],
		['Extra', { ...APPLE, appleMore: { extra: assignments({ aps: ['string', 'x'] }) } }],
		['Category', { ...APPLE, appleMore: { buttons: rows({ actionId: 'a', action: 'CLOSE', uri: '', useWebview: true }) } }],
		['Asset File Type', { ...APPLE, appleMore: { assetUrl: 'https://example.com/a.jpg' } }],
		['Android Title', { ...ANDROID, androidTitle: '' }],
		['Android Alert', { ...ANDROID, androidAlert: 'ö'.repeat(2001) }],
		['Web Push Title', { ...WEB, webTitle: '' }],
		['Buttons', { ...WEB, webMore: { buttons: rows({ text: 'Go', action: 'DEEP_LINK', uri: 'app://x', useWebview: true }) } }],
		['Kindle Alert', { ...KINDLE, kindleAlert: '' }],
		['Card Title', { ...CARD, cardTitle: '' }],
		['Card Image URL', { ...CARD, cardType: 'CAPTIONED_IMAGE' }],
		['Card Expires After \\(Seconds\\)', { ...CARD, cardTimeToLive: 0 }],
		['Card Expires At', { ...CARD, cardExpireAt: inMs(-60_000) }],
		['Card Expires At', { ...CARD, cardExpireAt: inMs(31 * 24 * 3_600_000) }],
		['Webhook URL', { ...WEBHOOK, webhookUrl: '' }],
		['Webhook URL', { ...WEBHOOK, webhookUrl: 'example.com' }],
		['Send ID', { ...EMAIL, more: { sendId: 'x'.repeat(65) } }],
		['Send ID', { ...EMAIL, more: { sendId: 'grüße' } }],
	];
	it.each(cases)('%s: %j', async (displayName, parameters) => {
		const { main } = await runBraze({ ...SEND, ...parameters }, [{}], CONTINUE);
		expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(new RegExp(`^${displayName}: `)) });
	});

	it('a text with Liquid is not measured: Braze makes it longer or shorter', async () => {
		expect(await sent({ ...APPLE, appleAlert: `{{\${first_name}}}${'x'.repeat(2000)}` })).toMatchObject({ apple_push: {} });
	});
});
