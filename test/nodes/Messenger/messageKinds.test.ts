import type { INodeParameters } from 'n8n-workflow';
import { closedNetwork } from '../../support/network';
import { api, failureOf, MARK, MESSAGES, oneOf, proved, PSID, takes } from './messenger';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const to = (operation: string, more: INodeParameters): INodeParameters => ({ resource: 'message', operation, psid: PSID, ...more });
const rows = (...list: object[]) => ({ rows: list }) as INodeParameters;
const BASE = { recipient: { id: PSID }, messaging_type: 'RESPONSE' };
const template = (payload: object) => ({ ...BASE, message: { attachment: { type: 'template', payload }, metadata: MARK } });
const buttons = rows({ type: 'postback', title: 'Yes', value: 'YES' }, { type: 'web_url', title: 'Shop', value: 'https://shop.test' }, { type: 'phone_number', title: 'Call', value: '+15551234567' });
const BUTTONS = [{ type: 'postback', title: 'Yes', payload: 'YES' }, { type: 'web_url', title: 'Shop', url: 'https://shop.test' }, { type: 'phone_number', title: 'Call', payload: '+15551234567' }];

describe('each kind of message, as the Send API takes it', () => {
	it('quick replies: with the text, or with the last part of a long one', async () => {
		const quickReplies = rows({ contentType: 'text', title: 'Red', payload: 'R', imageUrl: 'https://x.test/r.png' }, { contentType: 'text', title: 'Blue' }, { contentType: 'user_email' });
		const quick = [{ content_type: 'text', title: 'Red', payload: 'R', image_url: 'https://x.test/r.png' }, { content_type: 'text', title: 'Blue', payload: 'Blue' }, { content_type: 'user_email' }];
		takes({ ...BASE, message: { text: 'Which?', quick_replies: quick, metadata: MARK } });
		await oneOf(to('sendQuickReplies', { text: 'Which?', quickReplies }));
		takes({ ...BASE, message: { text: 'a'.repeat(2000), metadata: MARK } });
		takes({ ...BASE, message: { text: 'aa', quick_replies: quick, metadata: MARK } });
		await oneOf(to('sendQuickReplies', { text: 'a'.repeat(2002), quickReplies }));
	});

	it('a button template', async () => {
		takes(template({ template_type: 'button', text: 'Sure?', buttons: BUTTONS }));
		await oneOf(to('sendButtonTemplate', { text: 'Sure?', buttons }));
	});

	it('a generic template', async () => {
		takes(
			template({
				template_type: 'generic',
				elements: [{ title: 'Hat', subtitle: 'Red', image_url: 'https://x.test/h.png', default_action: { type: 'web_url', url: 'https://shop.test/h' }, buttons: BUTTONS }, { title: 'Shoe' }],
			}),
		);
		await oneOf(to('sendGenericTemplate', { elements: rows({ title: 'Hat', subtitle: 'Red', imageUrl: 'https://x.test/h.png', defaultUrl: 'https://shop.test/h', buttons }, { title: 'Shoe' }) }));
	});

	it('a media template', async () => {
		takes(template({ template_type: 'media', elements: [{ media_type: 'video', attachment_id: '1745504518999123', buttons: BUTTONS.slice(0, 1) }] }));
		await oneOf(to('sendMediaTemplate', { mediaType: 'video', mediaFrom: 'attachmentId', attachmentId: '1745504518999123', buttons: rows({ type: 'postback', title: 'Yes', value: 'YES' }) }));
		takes(template({ template_type: 'media', elements: [{ media_type: 'image', url: 'https://www.facebook.com/p/1' }] }));
		await oneOf(to('sendMediaTemplate', { mediaType: 'image', mediaFrom: 'url', url: 'https://www.facebook.com/p/1' }));
	});

	it('a receipt', async () => {
		takes(
			template({
				template_type: 'receipt',
				recipient_name: 'Ada',
				order_number: '7',
				currency: 'EUR',
				payment_method: 'Visa 2345',
				order_url: 'https://shop.test/7',
				address: { city: 'Köln' },
				summary: { subtotal: 19.5, total_tax: 3, total_cost: 20.5 },
				elements: [{ title: 'Hat', quantity: 2, price: 9.75, currency: 'EUR' }],
				adjustments: [{ name: 'Coupon', amount: 2 }],
			}),
		);
		await oneOf(
			to('sendReceiptTemplate', {
				recipientName: 'Ada',
				orderNumber: '7',
				currency: 'EUR',
				paymentMethod: 'Visa 2345',
				totalCost: 20.5,
				elements: rows({ title: 'Hat', quantity: 2, price: 9.75 }),
				adjustments: rows({ name: 'Coupon', amount: 2 }),
				receipt: { orderUrl: 'https://shop.test/7', address: '{"city": "Köln"}', subtotal: 19.5, totalTax: 3 },
			}),
		);
	});

	it('a utility template, at any time', async () => {
		const payload = { template_type: 'utility_messages', name: 'order_shipped', language: { code: 'de_DE' }, components: [{ type: 'body', parameters: [{ type: 'text', text: '7' }, { type: 'text', text: 'Köln' }] }] };
		takes({ recipient: { id: PSID }, messaging_type: 'UTILITY', message: { attachment: { type: 'template', payload }, metadata: MARK } });
		await oneOf(to('sendUtilityTemplate', { template: 'order_shipped', language: 'de_DE', values: rows({ text: '7' }, { text: 'Köln' }) }));
	});

	it('a reply that quotes', async () => {
		takes({ ...BASE, reply_to: { mid: 'm_5' }, message: { text: 'Yes', metadata: MARK } });
		await oneOf(to('reply', { messageId: 'm_5', text: 'Yes' }));
	});

	it('a reply whose text has parts quotes once', async () => {
		takes({ ...BASE, reply_to: { mid: 'm_5' }, message: { text: 'a'.repeat(2000), metadata: MARK } });
		takes({ ...BASE, message: { text: 'a', metadata: MARK } });
		await oneOf(to('reply', { messageId: 'm_5', text: 'a'.repeat(2001) }));
	});

	it('a private reply to a comment or a post', async () => {
		takes({ recipient: { comment_id: '1_2' }, messaging_type: 'RESPONSE', message: { text: 'Hi', metadata: MARK } });
		await oneOf({ resource: 'message', operation: 'privateReply', replyTo: 'comment_id', id: '1_2', text: 'Hi' });
		takes({ recipient: { post_id: '1_3' }, messaging_type: 'RESPONSE', message: { text: 'Hi', metadata: MARK } });
		await oneOf({ resource: 'message', operation: 'privateReply', replyTo: 'post_id', id: '1_3', text: 'Hi' });
	});

	it('a sender action, alone: Meta refuses it together with a message', async () => {
		api().post(MESSAGES, { recipient: { id: PSID }, sender_action: 'mark_seen' }).query(proved()).reply(200, { recipient_id: PSID });
		expect(await oneOf(to('senderAction', { action: 'mark_seen' }))).toEqual({ psid: PSID, action: 'mark_seen' });
	});

	it('a reaction, and taking it back', async () => {
		api().post(MESSAGES, { recipient: { id: PSID }, sender_action: 'react', payload: { message_id: 'm_1', reaction: 'love' } }).query(proved()).reply(200, { recipient_id: PSID });
		await oneOf(to('react', { messageId: 'm_1', action: 'react', reaction: 'love' }));
		api().post(MESSAGES, { recipient: { id: PSID }, sender_action: 'unreact', payload: { message_id: 'm_1' } }).query(proved()).reply(200, { recipient_id: PSID });
		await oneOf(to('react', { messageId: 'm_1', action: 'unreact' }));
	});
});

const quickReply = { contentType: 'text', title: 'x' };

describe('bad input is refused by name, and nothing is sent', () => {
	it.each<[string, INodeParameters, RegExp]>([
		['a PSID that was rounded as a number', to('sendText', { psid: Number('12345678901234567890'), text: 'x' }), /^PSID: must be text/],
		['a PSID that is none', to('sendText', { psid: 'ada', text: 'x' }), /^PSID: must be digits/],
		['no PSID', to('sendText', { psid: '', text: 'x' }), /^PSID: is missing/],
		['an empty text', to('sendText', { text: ' \n' }), /^Text: is missing/],
		['14 quick replies', to('sendQuickReplies', { text: 'x', quickReplies: rows(...Array.from({ length: 14 }, () => quickReply)) }), /^Quick Replies: may hold 13/],
		['no quick reply', to('sendQuickReplies', { text: 'x', quickReplies: {} }), /^Quick Replies: needs at least 1/],
		['a quick reply without title', to('sendQuickReplies', { text: 'x', quickReplies: rows(quickReply, { contentType: 'text', title: '' }) }), /^Quick Replies: number 2 needs a title/],
		['a quick reply with a payload of 1,001', to('sendQuickReplies', { text: 'x', quickReplies: rows({ ...quickReply, payload: 'p'.repeat(1001) }) }), /^Quick Replies: .*1000/],
		['4 buttons', to('sendButtonTemplate', { text: 'x', buttons: rows(...Array.from({ length: 4 }, () => ({ type: 'postback', title: 'x', value: 'x' }))) }), /^Buttons: may hold 3/],
		['no button', to('sendButtonTemplate', { text: 'x', buttons: {} }), /^Buttons: needs at least 1/],
		['a button without value', to('sendButtonTemplate', { text: 'x', buttons: rows({ type: 'postback', title: 'x', value: '={{ "" }}' }) }), /^Buttons: is missing \(at 0\.value\)/],
		['a private reply too long to be one message', { resource: 'message', operation: 'privateReply', id: '1', text: 'a'.repeat(2001) }, /^Text: may hold 2000/],
		['metadata of 1,000', to('sendText', { text: 'x', more: { metadata: 'm'.repeat(1000) } }), /^Additional Fields: .*985.*\(at metadata\)/],
		['a reaction without one', to('react', { messageId: 'm', action: 'react', reaction: '' }), /^Reaction: is missing/],
		['a dead tag', to('sendText', { text: 'x', sendAs: 'ACCOUNT_UPDATE' }), /^Send As: must be one of HUMAN_AGENT, RESPONSE, UPDATE/],
		['a media template without an id', to('sendMediaTemplate', { mediaFrom: 'attachmentId', attachmentId: '' }), /^Attachment ID: is missing/],
	])('%s', async (_, parameters, message) => {
		expect(await failureOf(parameters)).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(message) });
	});

	it('a PSID as an exact number is one', async () => {
		takes({ ...BASE, message: { text: 'x', metadata: MARK } });
		await oneOf(to('sendText', { psid: Number(PSID), text: 'x' }));
	});
});
