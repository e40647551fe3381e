import { ADA, EDSGER_10_DAYS } from '../../../../sandbox/messenger/harness';
import { rows } from '../../../../support/drives';
import { countSeen, lastSeen, picture, proved, templateSeen, to, type MessengerDrives } from '../messenger';

const buttons = rows({ type: 'postback', title: 'Yes', value: 'YES' }, { type: 'web_url', title: 'Shop', value: 'https://shop.test' }, { type: 'phone_number', title: 'Call', value: '+15551234567' });
const BUTTONS = [{ type: 'postback', title: 'Yes', payload: 'YES' }, { type: 'web_url', title: 'Shop', url: 'https://shop.test' }, { type: 'phone_number', title: 'Call', payload: '+15551234567' }];

const RECEIPT = {
	recipientName: 'Ada',
	orderNumber: 'A-7',
	currency: 'EUR',
	paymentMethod: 'Visa 2345',
	totalCost: 20.5,
	elements: rows({ title: 'Hat', quantity: 2, price: 9.75 }),
	adjustments: rows({ name: 'Coupon', amount: 2 }),
	receipt: { address: '{"city": "Köln"}', subtotal: 19.5, shippingCost: 1, orderUrl: 'https://shop.test/7' },
};

export const templates: MessengerDrives = {
	sendAttachment: async (node, sandbox) => {
		await node.one('message.sendAttachment', to(ADA, { type: 'file', fileFrom: 'url', url: 'https://shop.test/bill.pdf' }));
		expect(await lastSeen(sandbox)).toMatchObject({ attachments: [{ type: 'file', payload: { url: 'https://shop.test/bill.pdf' } }] });

		await node.one('message.sendAttachment', to(ADA, { type: 'image', fileFrom: 'binary', binary: 'data' }), [{}], { files: [picture()] });
		expect(node.called.map((call) => call.split('/').at(-1))).toEqual(['message_attachments', 'messages']);
		const { attachments = [] } = await lastSeen(sandbox);
		const attachmentId = String(attachments[0].payload?.attachment_id);
		await node.one('message.sendAttachment', to(ADA, { type: 'image', fileFrom: 'attachmentId', attachmentId }));
		expect(await lastSeen(sandbox)).toMatchObject({ attachments: [{ type: 'image', payload: { attachment_id: attachmentId } }] });

		const before = await countSeen(sandbox);
		expect(await node.failure('message.sendAttachment', to(ADA, { fileFrom: 'url', url: 'http://127.0.0.1:1/a.png' }))).toMatchObject({ class: 'invalidInput', code: '100/2018008' });
		const { bad } = await node.run('message.sendAttachment', to(ADA, { type: 'video', fileFrom: 'binary', binary: 'data' }), [{}], { files: [picture()] });
		expect(bad).toMatchObject([{ error: { class: 'invalidInput', code: '100/2018047' } }]);
		expect(await countSeen(sandbox)).toBe(before);
	},
	sendButtonTemplate: async (node, sandbox) => {
		await node.one('message.sendButtonTemplate', to(ADA, { text: 'Sure?', buttons }));
		expect(await templateSeen(sandbox)).toEqual({ template_type: 'button', text: 'Sure?', buttons: BUTTONS });
	},
	sendGenericTemplate: async (node, sandbox) => {
		await node.one('message.sendGenericTemplate', to(ADA, { elements: rows({ title: 'Hat', subtitle: 'Red', imageUrl: 'https://shop.test/h.png', defaultUrl: 'https://shop.test/h', buttons }, { title: 'Shoe' }) }));
		expect(await templateSeen(sandbox)).toEqual({
			template_type: 'generic',
			elements: [{ title: 'Hat', subtitle: 'Red', image_url: 'https://shop.test/h.png', default_action: { type: 'web_url', url: 'https://shop.test/h' }, buttons: BUTTONS }, { title: 'Shoe' }],
		});
	},
	sendMediaTemplate: async (node, sandbox) => {
		const { attachmentId } = await node.one('attachment.upload', { type: 'image', fileFrom: 'url', url: 'https://shop.test/h.png' });
		await node.one('message.sendMediaTemplate', to(ADA, { mediaType: 'image', mediaFrom: 'attachmentId', attachmentId: String(attachmentId), buttons }));
		expect(await templateSeen(sandbox)).toEqual({ template_type: 'media', elements: [{ media_type: 'image', attachment_id: attachmentId, buttons: BUTTONS }] });
		await node.one('message.sendMediaTemplate', to(ADA, { mediaType: 'video', mediaFrom: 'url', url: 'https://www.facebook.com/p/1' }));
		expect(await templateSeen(sandbox)).toEqual({ template_type: 'media', elements: [{ media_type: 'video', url: 'https://www.facebook.com/p/1' }] });
		expect(await node.failure('message.sendMediaTemplate', to(ADA, { mediaFrom: 'url', url: 'https://shop.test/h.png' }))).toMatchObject({ class: 'invalidInput', code: '100' });
	},
	sendReceiptTemplate: async (node, sandbox) => {
		await node.one('message.sendReceiptTemplate', to(ADA, RECEIPT));
		expect(await templateSeen(sandbox)).toEqual({
			template_type: 'receipt',
			recipient_name: 'Ada',
			order_number: 'A-7',
			currency: 'EUR',
			payment_method: 'Visa 2345',
			order_url: 'https://shop.test/7',
			address: { city: 'Köln' },
			summary: { subtotal: 19.5, shipping_cost: 1, total_cost: 20.5 },
			elements: [{ title: 'Hat', quantity: 2, price: 9.75, currency: 'EUR' }],
			adjustments: [{ name: 'Coupon', amount: 2 }],
		});
		expect(await node.failure('message.sendReceiptTemplate', to(ADA, RECEIPT))).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('order_number') });
	},
	sendUtilityTemplate: async (node, sandbox) => {
		const template = { name: 'order_shipped', language: 'en_US', category: 'UTILITY', components: [{ type: 'BODY', text: 'Order {{1}} goes to {{2}}.', example: { body_text: [['7', 'Köln']] } }] };
		expect((await sandbox.graph('POST', `/me/message_templates?${proved}`, template)).status).toBe(200);
		// Ten days after the last word, when nothing else may go out.
		const send = to(EDSGER_10_DAYS, { template: 'order_shipped', language: 'en_US', values: rows({ text: 'A-7' }, { text: 'Utrecht' }) });
		// Meta approves within seconds.
		await sandbox.age(10);
		await node.one('message.sendUtilityTemplate', send);
		expect(await lastSeen(sandbox, EDSGER_10_DAYS)).toMatchObject({ text: 'Order A-7 goes to Utrecht.', messagingType: 'UTILITY' });
		expect(await node.failure('message.sendUtilityTemplate', { ...send, values: rows({ text: 'A-7' }) })).toMatchObject({ class: 'invalidInput' });
	},
};
