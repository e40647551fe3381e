import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';
import { closedNetwork } from '../../support/network';
import { api, CONTINUE, failureOf, graphError, MARK, MESSAGES, oneOf, PAGE, proved, PSID, runMessenger, takes } from './messenger';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const UPLOAD = `/v26.0/${PAGE}/message_attachments`;
const SEND: INodeParameters = { resource: 'message', operation: 'sendAttachment', psid: PSID, type: 'image' };
const sending = (payload: object) => ({ recipient: { id: PSID }, messaging_type: 'RESPONSE', message: { attachment: { type: 'image', payload }, metadata: MARK } });

/** A PNG's first bytes, among them some that are no UTF-8. */
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff, 0xfe]);
const fileOf = (bytes: Buffer, fileName = 'a "b".png'): IBinaryKeyData => ({ data: { data: bytes.toString('base64'), mimeType: 'image/png', fileName } });

/** The bytes that went out, whatever nock makes of them. */
function takesUpload(): { bytes: () => Buffer; headers: () => Record<string, string> } {
	let bytes = Buffer.alloc(0);
	let headers: Record<string, string> = {};
	api()
		.post(UPLOAD, () => true)
		.query(proved())
		.reply(function reply(_uri, body) {
			bytes = typeof body === 'string' ? Buffer.from(body, /^[0-9a-f]+$/.test(body) ? 'hex' : 'utf8') : Buffer.alloc(0);
			headers = Object.fromEntries(Object.entries(this.req.headers).map(([name, value]) => [name, String(value)]));
			return [200, { attachment_id: '1745504518999123' }];
		});
	return { bytes: () => bytes, headers: () => headers };
}

it('by URL, once or to be kept', async () => {
	takes(sending({ url: 'https://x.test/a.png', is_reusable: false }));
	await oneOf({ ...SEND, fileFrom: 'url', url: 'https://x.test/a.png' });
	takes(sending({ url: 'https://x.test/a.png', is_reusable: true }));
	await oneOf({ ...SEND, fileFrom: 'url', url: 'https://x.test/a.png', reusable: true });
});

it('by an attachment id, as text: it has more digits than a number', async () => {
	takes(sending({ attachment_id: '17455045189991234567' }));
	await oneOf({ ...SEND, fileFrom: 'attachmentId', attachmentId: '17455045189991234567' });
});

it('a file of the item is uploaded, byte for byte, and then sent by its id', async () => {
	const upload = takesUpload();
	takes(sending({ attachment_id: '1745504518999123' }), 'm_1');
	expect(await oneOf({ ...SEND, fileFrom: 'binary', binary: 'data' }, [fileOf(PNG)])).toMatchObject({ messageId: 'm_1' });
	const [, boundary] = /^multipart\/form-data; boundary=(.+)$/.exec(upload.headers()['content-type']) ?? [];
	const message = '{"attachment":{"type":"image","payload":{"is_reusable":true}}}';
	expect(upload.bytes()).toEqual(
		Buffer.concat([
			Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="message"\r\n\r\n${message}\r\n`),
			Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="filedata"; filename="a _b_.png"\r\nContent-Type: image/png\r\n\r\n`),
			PNG,
			Buffer.from(`\r\n--${boundary}--\r\n`),
		]),
	);
});

it('each item sends its own file', async () => {
	const upload = takesUpload();
	takes(sending({ attachment_id: '1745504518999123' }));
	const parameters = { ...SEND, fileFrom: 'binary', binary: '={{ $json.field }}' };
	const { main } = await runMessenger(parameters, [{ field: 'none' }, { field: 'data' }], CONTINUE, [fileOf(PNG), fileOf(Buffer.from('second'))]);
	expect(upload.bytes().toString()).toContain('second');
	expect(main[0]).toHaveLength(1);
	expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/^Input Binary Field: .*none/) });
});

it('an upload is safe to repeat, and then the send follows', async () => {
	api().post(UPLOAD).query(proved()).reply(500, graphError(2));
	takesUpload();
	takes(sending({ attachment_id: '1745504518999123' }));
	await oneOf({ ...SEND, fileFrom: 'binary', binary: 'data' }, [fileOf(PNG)]);
});

it('more than 25 MB are refused here, not after minutes', async () => {
	expect(await failureOf({ ...SEND, fileFrom: 'binary', binary: 'data' }, [fileOf(Buffer.alloc(25 * 1024 * 1024 + 1))])).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('25 MB') });
});

it('what Meta could not fetch is told with what to do', async () => {
	api().post(MESSAGES).query(proved()).reply(400, graphError(100, 2018008));
	expect(await failureOf({ ...SEND, fileFrom: 'url', url: 'https://x.test/none' })).toMatchObject({ class: 'invalidInput', code: '100/2018008', fix: expect.stringContaining('public') });
});

describe('upload alone', () => {
	const UP: INodeParameters = { resource: 'attachment', operation: 'upload', type: 'file' };

	it('by URL', async () => {
		api().post(UPLOAD, { message: { attachment: { type: 'file', payload: { url: 'https://x.test/a.pdf', is_reusable: true } } } }).query(proved()).reply(200, { attachment_id: 1745504518 });
		expect(await oneOf({ ...UP, fileFrom: 'url', url: 'https://x.test/a.pdf' })).toEqual({ attachmentId: '1745504518', type: 'file' });
	});

	it('of a file, or refused without one', async () => {
		takesUpload();
		expect(await oneOf({ ...UP, fileFrom: 'binary', binary: 'data' }, [fileOf(PNG)])).toEqual({ attachmentId: '1745504518999123', type: 'file' });
		expect(await failureOf({ ...UP, fileFrom: 'url', url: '={{ "" }}' })).toMatchObject({ class: 'invalidInput', message: 'URL: is missing' });
	});
});
