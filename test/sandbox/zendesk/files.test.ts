import { Zendesk, type CommentJson, type TicketAnswer } from './helpers';

interface FileJson {
	id: number;
	file_name: string;
	content_type: string;
	content_url: string;
	size: number;
	inline: boolean;
}

interface UploadJson {
	token: string;
	expires_at: string;
	attachment: FileJson;
	attachments: FileJson[];
}

type CommentWithFiles = CommentJson & { attachments: FileJson[] };

const PNG = Buffer.from('89504e470d0a1a0a00ff00fe', 'hex');

describe('uploads and attachments', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => await zendesk.reset());

	const upload = async (query: string, bytes: Buffer = PNG, type = 'image/png') => {
		const answer = await fetch(`${zendesk.base}/api/v2/uploads${query}`, {
			method: 'POST',
			headers: { authorization: `Bearer ${zendesk.token}`, 'content-type': type },
			body: new Uint8Array(bytes),
		});
		return { status: answer.status, body: (await answer.json()) as { upload: UploadJson; error: unknown } };
	};
	const uploaded = async (query = '?filename=cat.png') => (await upload(query)).body.upload;
	const comments = async (id: number, query = '') => (await zendesk.api<{ comments: CommentWithFiles[] }>('GET', `/tickets/${id}/comments${query}`)).body.comments;
	const read = async (url: string, token?: string) => await fetch(url, { redirect: 'manual', headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

	test('bytes come back as they went, on the comment that spent the token', async () => {
		const { status, body } = await upload('?filename=cat.png');
		expect([status, body.upload.attachment]).toEqual([201, expect.objectContaining({ file_name: 'cat.png', content_type: 'image/png', size: PNG.length, inline: false })]);
		const ticket = await zendesk.createTicket({ comment: { body: 'A picture', uploads: [body.upload.token] } });
		const [comment] = await comments(ticket.id);
		expect(comment.attachments).toEqual([body.upload.attachment]);
		const answer = await read(comment.attachments[0].content_url);
		expect(answer.headers.get('content-type')).toBe('image/png');
		expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true);
		expect((await zendesk.api<{ attachment: FileJson }>('GET', `/attachments/${body.upload.attachment.id}`)).body.attachment).toEqual(body.upload.attachment);
		expect((await zendesk.truth(ticket.id)).audits[0].events[0]).toMatchObject({ type: 'Comment', attachments: [{ file_name: 'cat.png' }] });
	});

	test('several files share a token', async () => {
		const first = await uploaded();
		const second = await uploaded(`?filename=dog.json&token=${first.token}`);
		expect(second.token).toBe(first.token);
		const { id } = await zendesk.createTicket({ comment: { body: 'Two', uploads: [first.token] } });
		expect((await comments(id))[0].attachments.map(({ file_name: name }) => name)).toEqual(['cat.png', 'dog.json']);
	});

	test('a token is good for one comment and for an hour; after that the comment has no file', async () => {
		const { token } = await uploaded();
		const { id } = await zendesk.createTicket({ comment: { body: 'first', uploads: [token] } });
		const put = async (uploads: string[]) => await zendesk.api<TicketAnswer>('PUT', `/tickets/${id}`, { ticket: { comment: { body: 'next', uploads } } });
		expect((await put([token])).status).toBe(200);
		expect(zendesk.lastRule).toContain('dropped without a word');
		const late = await uploaded();
		await zendesk.age(3600);
		await zendesk.logIn();
		await put([late.token]);
		expect((await comments(id)).map(({ attachments }) => attachments.length)).toEqual([1, 0, 0]);
		expect((await read(late.attachment.content_url)).status).toBe(404);
		expect((await upload(`?filename=x.png&token=${late.token}`)).status).toBe(404);
	});

	test('deleted, nameless and too large ones', async () => {
		const { token } = await uploaded();
		expect((await zendesk.api('DELETE', `/uploads/${token}`)).status).toBe(204);
		expect((await zendesk.api('DELETE', `/uploads/${token}`)).status).toBe(404);
		expect((await upload('')).status).toBe(400);
		await zendesk.control('POST', '/zendesk/settings', { uploadMaxBytes: PNG.length - 1 });
		expect((await upload('?filename=cat.png')).status).toBe(413);
	});

	test('private attachments want a login; without one there is a login page, not the file', async () => {
		await zendesk.control('POST', '/zendesk/settings', { privateAttachments: true });
		const { token, attachment } = await uploaded();
		await zendesk.createTicket({ comment: { body: 'x', uploads: [token] } });
		const refused = await read(attachment.content_url);
		expect(refused.status).toBe(302);
		expect(await (await fetch(attachment.content_url)).text()).toContain('Sign in');
		expect((await read(attachment.content_url, zendesk.token)).status).toBe(200);
	});

	test('an agent attaches a file and pastes a picture; the picture is listed only when asked for', async () => {
		const { id } = await zendesk.createTicket({});
		const files = [{ fileName: 'invoice.pdf', text: '%PDF' }, { fileName: 'shot.png', base64: PNG.toString('base64'), inline: true }];
		expect((await zendesk.control('POST', `/agent/${id}/replies`, { text: 'See', files })).status).toBe(201);
		const names = (comment: CommentWithFiles) => comment.attachments.map(({ file_name: name, inline }) => [name, inline]);
		expect(names((await comments(id))[1])).toEqual([['invoice.pdf', false]]);
		const [, all] = await comments(id, '?include_inline_images=true');
		expect(names(all)).toEqual([['invoice.pdf', false], ['shot.png', true]]);
		expect(all.html_body).toContain(all.attachments[1].content_url);
		expect((await zendesk.control('POST', `/agent/${id}/replies`, { text: 'x', files: [{ fileName: 'a.txt' }] })).status).toBe(400);
	});

	test('an uploaded picture inside the text is inline too', async () => {
		const { token, attachment } = await uploaded();
		const { id } = await zendesk.createTicket({ comment: { html_body: `<p>Look <img src="${attachment.content_url}"></p>`, uploads: [token] } });
		expect((await comments(id))[0].attachments).toEqual([]);
		expect((await comments(id, '?include_inline_images=true'))[0].attachments).toMatchObject([{ id: attachment.id, inline: true }]);
	});

	test('a comment has 65,535 bytes at most', async () => {
		const { id } = await zendesk.createTicket({});
		const status = async (body: string) => (await zendesk.api('PUT', `/tickets/${id}`, { ticket: { comment: { body } } })).status;
		expect([await status('x'.repeat(65_535)), await status('x'.repeat(65_536)), await status('é'.repeat(32_768))]).toEqual([200, 422, 422]);
	});

	test('the bytes of an upload never reach the log', async () => {
		await upload('?filename=secret.txt', Buffer.from('very secret text'), 'text/plain');
		expect(JSON.stringify(zendesk.events)).not.toContain('very secret text');
	});
});
