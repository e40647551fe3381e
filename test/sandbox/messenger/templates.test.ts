import { RULES } from '../../../sandbox/messenger/rules';
import { ADA, EDSGER_10_DAYS, PAGE, startMessenger, type Messenger } from './harness';

let messenger: Messenger;
beforeAll(async () => {
	messenger = await startMessenger();
});
beforeEach(async () => await messenger.reset());
afterAll(async () => await messenger.close());

const send = async (payload: object) =>
	await messenger.graph('POST', `/${PAGE}/messages`, { recipient: { id: ADA }, messaging_type: 'RESPONSE', message: { attachment: { type: 'template', payload } } });

const postback = (more: object = {}) => ({ type: 'postback', title: 'Buy', payload: 'BUY', ...more });
const link = (more: object = {}) => ({ type: 'web_url', title: 'Look', url: 'https://example.com', ...more });
const button = (more: object = {}) => ({ template_type: 'button', text: 'What next?', buttons: [postback(), link()], ...more });
const generic = (element: object = {}, count = 1) => ({ template_type: 'generic', elements: Array.from({ length: count }, () => ({ title: 'Shoe', subtitle: 'Red', buttons: [link()], ...element })) });
const receipt = { template_type: 'receipt', recipient_name: 'Ada', order_number: 'A-1', currency: 'EUR', payment_method: 'Visa', elements: [{ title: 'Shoe', price: 50 }], summary: { total_cost: 50 } };

describe('structured messages', () => {
	it.each([
		['button', button()],
		['button with text of 640', button({ text: 'x'.repeat(640) })],
		['generic', generic()],
		['generic with 10 elements', generic({}, 10)],
		['receipt', receipt],
		['image grid', { template_type: 'image_grid', elements: [{}, {}] }],
		['media by Facebook URL', { template_type: 'media', elements: [{ media_type: 'video', url: 'https://www.facebook.com/sandboxsports/videos/1' }] }],
		['coupon', { template_type: 'coupon', title: '10 %' }],
		['phone number', button({ buttons: [{ type: 'phone_number', title: 'Call', payload: '+12025550142' }] })],
		['account link', button({ buttons: [{ type: 'account_link', url: 'https://example.com/login' }] })],
	])('%s arrives', async (_name, payload) => {
		expect((await send(payload)).body).toEqual({ recipient_id: ADA, message_id: expect.any(String) });
		expect((await messenger.chat(ADA)).at(-1)?.attachments).toEqual([{ type: 'template', payload }]);
	});

	it.each([
		['no template_type', {}, RULES.templateUnknown],
		['an unknown one', { template_type: 'carousel' }, RULES.templateUnknown],
		['a list', { template_type: 'list', elements: [] }, RULES.deadTemplates],
		['open graph', { template_type: 'open_graph', elements: [] }, RULES.deadTemplates],
		['a button text of 641', button({ text: 'x'.repeat(641) }), RULES.templateLimits],
		['no buttons', button({ buttons: [] }), RULES.templateLimits],
		['4 buttons', button({ buttons: [link(), link(), link(), link()] }), RULES.templateLimits],
		['11 elements', generic({}, 11), RULES.templateLimits],
		['no elements', generic({}, 0), RULES.templateLimits],
		['a title of 81', generic({ title: 'x'.repeat(81) }), RULES.templateLimits],
		['a subtitle of 81', generic({ subtitle: 'x'.repeat(81) }), RULES.templateLimits],
		['no title', generic({ title: undefined }), RULES.badParameter],
		['4 buttons on an element', generic({ buttons: [link(), link(), link(), link()] }), RULES.templateLimits],
		['two media', { template_type: 'media', elements: [{ media_type: 'image', url: 'https://www.facebook.com/1' }, { media_type: 'image', url: 'https://www.facebook.com/2' }] }, RULES.mediaTemplate],
		['media from elsewhere', { template_type: 'media', elements: [{ media_type: 'image', url: 'https://example.com/a.png' }] }, RULES.mediaTemplate],
		['media of an unknown id', { template_type: 'media', elements: [{ media_type: 'image', attachment_id: '1' }] }, RULES.attachmentUnknown],
		['a grid of one', { template_type: 'image_grid', elements: [{}] }, RULES.imageGrid],
		['a grid of 7', { template_type: 'image_grid', elements: Array.from({ length: 7 }, () => ({})) }, RULES.imageGrid],
		['a receipt without total', { ...receipt, summary: {} }, RULES.badParameter],
		['a button of no kind', button({ buttons: [{ type: 'magic', title: 'x' }] }), RULES.buttons],
		['a button title of 21', button({ buttons: [postback({ title: 'x'.repeat(21) })] }), RULES.buttons],
		['a button payload of 1,001', button({ buttons: [postback({ payload: 'x'.repeat(1001) })] }), RULES.buttons],
		['a call button without number', button({ buttons: [{ type: 'phone_number', title: 'Call' }] }), RULES.buttons],
	])('%s is refused', async (_name, payload, rule) => {
		expect((await send(payload)).body.error).toMatchObject({ code: 100 });
		expect(messenger.lastRule()).toEqual(rule);
		expect((await messenger.chat(ADA)).length).toBe(1);
	});

	it.each([[postback({ payload: '' }), 2018040], [link({ url: '' }), 2018041], [postback({ title: '' }), 2018053], [{ type: 'account_link' }, 2018041]])('%j: 100/%i', async (wrong, subcode) => {
		expect((await send(button({ buttons: [wrong] }))).body.error).toMatchObject({ code: 100, error_subcode: subcode });
	});

	it('a receipt has an order number of its own', async () => {
		await send(receipt);
		expect((await send(receipt)).body.error?.code).toBe(100);
		expect(messenger.lastRule()).toEqual(RULES.receiptOrder);
		expect((await send({ ...receipt, order_number: 'A-2' })).status).toBe(200);
	});
});

describe('utility templates', () => {
	const create = async (more: object = {}) =>
		await messenger.graph<{ id: string; status: string; error?: { code: number; error_subcode?: number } }>('POST', `/${PAGE}/message_templates`, {
			name: 'order_shipped', language: 'en_US', category: 'UTILITY',
			components: [{ type: 'BODY', text: 'Your order {{1}} comes on {{2}}.', example: { body_text: [['A-1', 'Monday']] } }],
			...more,
		});
	const utility = async (more: object = {}, values = ['A-1', 'Monday']) =>
		await messenger.graph('POST', `/${PAGE}/messages`, {
			recipient: { id: EDSGER_10_DAYS }, messaging_type: 'UTILITY',
			message: { attachment: { type: 'template', payload: { template_type: 'utility_messages', name: 'order_shipped', language: { code: 'en_US' }, components: [{ type: 'body', parameters: values.map((text) => ({ type: 'text', text })) }] } } },
			...more,
		});

	it('are approved within seconds, and then reach people outside every window', async () => {
		const made = (await create()).body;
		expect(made).toMatchObject({ id: expect.any(String), status: 'PENDING' });
		expect((await utility()).body.error?.code).toBe(100);
		expect(messenger.lastRule()).toEqual(RULES.utilityApproval);
		await messenger.age(4);
		expect((await utility()).status).toBe(200);
		expect((await messenger.chat(EDSGER_10_DAYS)).at(-1)).toMatchObject({ text: 'Your order A-1 comes on Monday.', messagingType: 'UTILITY' });
	});

	it.each([
		['one value less', {}, ['A-1']],
		['another type', { messaging_type: 'RESPONSE' }, undefined],
		['a plain text', { message: { text: 'x' } }, undefined],
	])('are refused with %s', async (_name, more, values) => {
		await create();
		await messenger.age(4);
		expect((await utility(more, values)).body.error?.code).toBe(100);
		expect((await messenger.chat(EDSGER_10_DAYS)).length).toBe(1);
	});

	it('are known by name and language', async () => {
		await create({ language: 'de_DE' });
		await messenger.age(4);
		expect((await utility()).body.error?.code).toBe(100);
		expect((await create({ language: 'de_DE' })).body.error?.code).toBe(100);
		expect((await create()).status).toBe(200);
	});

	it.each([
		['a name with blanks', { name: 'Order shipped' }],
		['another category', { category: 'MARKETING' }],
		['no body', { components: [] }],
		['a body of 1,025', { components: [{ type: 'BODY', text: 'x'.repeat(1025) }] }],
		['no samples', { components: [{ type: 'BODY', text: '{{1}}' }] }],
		['an unknown button', { components: [{ type: 'BODY', text: 'x' }, { type: 'BUTTONS', buttons: [{ type: 'SHAKE' }] }] }],
	])('are not made with %s', async (_name, more) => {
		expect((await create(more)).body.error?.code).toBe(100);
	});

	it('have no quick replies: 100/2018416', async () => {
		const components = [{ type: 'BODY', text: 'x' }, { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Yes' }] }];
		expect((await create({ components })).body.error).toMatchObject({ code: 100, error_subcode: 2018416 });
	});

	it('are listed and removed, by name or id', async () => {
		const { id } = (await create()).body;
		await create({ language: 'de_DE' });
		const list = async () => (await messenger.graph<{ data: Array<{ language: string }> }>('GET', `/${PAGE}/message_templates?name=order_shipped`)).body.data.map(({ language }) => language);
		expect(await list()).toEqual(['en_US', 'de_DE']);
		await messenger.graph('DELETE', `/${PAGE}/message_templates?hsm_id=${id}`);
		expect(await list()).toEqual(['de_DE']);
		await messenger.graph('DELETE', `/${PAGE}/message_templates?name=order_shipped`);
		expect(await list()).toEqual([]);
		expect((await messenger.graph('DELETE', `/${PAGE}/message_templates?name=order_shipped`)).body.error?.code).toBe(100);
		expect((await messenger.graph<{ data: unknown[] }>('GET', `/${PAGE}/message_template_library`)).body.data.length).toBeGreaterThan(0);
	});

	it.each(['page_utility_messaging', 'pages_utility_messaging'])('need %s', async (permission) => {
		await create();
		await messenger.age(4);
		await messenger.control('POST', '/messenger/tokens', { token: 'sandbox-page-token', permissions: ['pages_messaging'] });
		expect((await utility()).body.error).toMatchObject({ code: 10 });
		await messenger.control('POST', '/messenger/tokens', { token: 'sandbox-page-token', permissions: ['pages_messaging', permission] });
		expect((await utility()).status).toBe(200);
	});
});
