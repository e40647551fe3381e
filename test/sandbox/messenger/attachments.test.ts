/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test serves files itself */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RULES } from '../../../sandbox/messenger/rules';
import { ADA, DAY, PAGE, PAGE_TOKEN, startMessenger, type Messenger } from './harness';

const MB = 1024 * 1024;

/** `/type/subtype/bytes`; anything else is not there. */
const files = createServer((request, response) => {
	const [, type, subtype, bytes] = (request.url ?? '').split('/');
	if (bytes === undefined) response.writeHead(404).end();
	else response.writeHead(200, { 'content-type': `${type}/${subtype}` }).end(Buffer.alloc(Number(bytes)));
});

let messenger: Messenger;
let host: string;
beforeAll(async () => {
	messenger = await startMessenger();
	await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
	host = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
});
beforeEach(async () => await messenger.reset());
afterAll(async () => {
	await messenger.close();
	files.closeAllConnections();
	await new Promise((resolve) => files.close(resolve));
});

const send = async (type: string, payload: object) => await messenger.graph<{ attachment_id?: string; message_id?: string; error?: { code: number; error_subcode?: number } }>('POST', `/${PAGE}/messages`, { recipient: { id: ADA }, messaging_type: 'RESPONSE', message: { attachment: { type, payload } } });
const upload = async (type: string, payload: object) => await messenger.graph<{ attachment_id?: string; error?: { code: number; error_subcode?: number } }>('POST', `/${PAGE}/message_attachments`, { message: { attachment: { type, payload } } });

describe('by URL', () => {
	it.each([['image', '/image/png/10'], ['audio', '/audio/mpeg/10'], ['video', '/video/mp4/10'], ['file', '/application/pdf/10'], ['file', `/application/pdf/${25 * MB}`]])('%s from %s arrives', async (type, path) => {
		expect((await send(type, { url: `${host}${path}` })).body).toEqual({ recipient_id: ADA, message_id: expect.any(String) });
		expect((await messenger.chat(ADA)).at(-1)?.attachments).toEqual([{ type, payload: { url: `${host}${path}` } }]);
	});

	it.each([
		['image', '/missing', 2018008],
		['audio', '/application/ogg/10', 2018047],
		['image', '/text/html/10', 2018047],
		['image', `/image/png/${8 * MB + 1}`, 2018109],
		['video', `/video/mp4/${25 * MB + 1}`, 2018109],
	])('%s from %s: 100/%i', async (type, path, subcode) => {
		expect((await send(type, { url: `${host}${path}` })).body.error).toMatchObject({ code: 100, error_subcode: subcode });
		expect((await messenger.chat(ADA)).length).toBe(1);
	});

	it.each(['no url', 'ftp://example.com/a.png', 'http://127.0.0.1:1/a.png'])('%s cannot be fetched', async (url) => {
		expect((await send('image', { url })).body.error).toMatchObject({ code: 100, error_subcode: 2018008 });
	});

	it('from another machine is taken on trust, and the log says so', async () => {
		expect((await send('image', { url: 'https://example.com/a.png' })).status).toBe(200);
		expect(messenger.lastRule()).toEqual(RULES.attachmentTrusted);
		expect((await upload('image', { url: 'https://example.com/a.png' })).status).toBe(200);
		expect(messenger.lastRule()).toEqual(RULES.attachmentTrusted);
	});

	it.each([{}, { url: 'https://example.com/a.png', attachment_id: '1' }])('%j is not exactly one source', async (payload) => {
		expect((await send('image', payload)).body.error?.code).toBe(100);
	});
});

describe('saved', () => {
	it('once uploaded it is sent by its id, a string', async () => {
		const { attachment_id: id } = (await upload('image', { url: `${host}/image/png/10`, is_reusable: true })).body;
		expect(id).toMatch(/^\d{15}$/);
		expect((await send('image', { attachment_id: id })).status).toBe(200);
		expect((await messenger.chat(ADA)).at(-1)?.attachments).toEqual([{ type: 'image', payload: { url: `${host}/image/png/10`, attachment_id: id } }]);
	});

	it('by sending it as reusable: the id stands in the answer', async () => {
		const { attachment_id: id } = (await send('image', { url: `${host}/image/png/10`, is_reusable: true })).body;
		expect((await send('image', { attachment_id: id })).body).not.toHaveProperty('attachment_id');
		expect((await send('image', { attachment_id: id })).status).toBe(200);
	});

	it('lives 90 days, on its Page only: 100/2018074', async () => {
		const { attachment_id: id } = (await upload('image', { url: `${host}/image/png/10` })).body;
		const elsewhere = await messenger.graph('POST', '/me/messages', { recipient: { id: '24567890123456795' }, message: { attachment: { type: 'image', payload: { attachment_id: id } } } }, { authorization: 'Bearer sandbox-other-page-token' });
		expect(elsewhere.body.error).toMatchObject({ code: 100, error_subcode: 2018074 });
		expect((await send('image', { attachment_id: '1' })).body.error).toMatchObject({ code: 100, error_subcode: 2018074 });
		await messenger.age(90 * DAY + 60);
		await messenger.person(ADA, 'messages', { text: 'still here' });
		expect((await send('image', { attachment_id: id })).body.error).toMatchObject({ code: 100, error_subcode: 2018074 });
	});

	it('is no template', async () => {
		expect((await upload('template', {})).body.error?.code).toBe(100);
	});
});

describe('uploaded as multipart', () => {
	const form = (type: string, mime: string, bytes: number, more: Record<string, string> = {}) => {
		const body = new FormData();
		for (const [name, value] of Object.entries(more)) body.append(name, value);
		body.append('message', JSON.stringify({ attachment: { type, payload: { is_reusable: true } } }));
		body.append('filedata', new Blob([Buffer.alloc(bytes)], { type: mime }), 'a picture.png');
		return body;
	};
	const post = async (edge: string, body: FormData) => {
		const answer = await fetch(`${messenger.base}/v25.0/${PAGE}/${edge}`, { method: 'POST', headers: { authorization: `Bearer ${PAGE_TOKEN}` }, body });
		return (await answer.json()) as { attachment_id?: string; message_id?: string; error?: { code: number; error_subcode?: number } };
	};

	it('is saved', async () => {
		const { attachment_id: id } = await post('message_attachments', form('image', 'image/png', 100));
		expect((await send('image', { attachment_id: id })).status).toBe(200);
	});

	it('is sent', async () => {
		expect(await post('messages', form('image', 'image/png', 100, { recipient: JSON.stringify({ id: ADA }), messaging_type: 'RESPONSE' }))).toMatchObject({ message_id: expect.any(String), attachment_id: expect.any(String) });
		expect((await messenger.chat(ADA)).at(-1)?.attachments?.[0]).toMatchObject({ type: 'image', payload: { url: expect.stringContaining('a%20picture.png') } });
	});

	it('is of its kind', async () => {
		expect((await post('message_attachments', form('image', 'application/pdf', 10))).error).toMatchObject({ code: 100, error_subcode: 2018047 });
	});
});
