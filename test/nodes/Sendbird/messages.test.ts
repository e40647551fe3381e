import type { IBinaryKeyData, INodeParameters } from 'n8n-workflow';
import { closedNetwork, RESET } from '../../support/network';
import { all, chat, failureOf, one, sendbirdError } from './sendbird';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const CHANNEL: INodeParameters = { resource: 'message', channelType: 'group_channels', channelUrl: 'ch1' };
const PATH = '/v3/group_channels/ch1/messages';
const SENT = { message_id: 77, type: 'MESG', message: 'Hi' };

describe('a text', () => {
	it('goes out in a user\'s name, with what was added', async () => {
		chat().post(PATH, { message_type: 'MESG', user_id: 'u1', message: 'Hi ä😀', custom_type: 'x', dedup_id: 'd-1', mention_type: 'users', mentioned_user_ids: ['u2'], send_push: false }).reply(200, SENT);
		const more = { customType: 'x', dedupId: 'd-1', mentionedUserIds: 'u2', sendPush: false };
		expect(await one({ ...CHANNEL, operation: 'sendText', userId: 'u1', message: 'Hi ä😀', more })).toEqual(SENT);
	});

	it('into an open channel', async () => {
		chat().post('/v3/open_channels/ch1/messages', { message_type: 'MESG', user_id: 'u1', message: 'Hi' }).reply(200, SENT);
		await one({ ...CHANNEL, operation: 'sendText', channelType: 'open_channels', userId: 'u1', message: 'Hi' });
	});

	it('whose answer is lost is unknown, and not sent again, dedup_id or not', async () => {
		chat().post(PATH).replyWithError(RESET);
		expect(await failureOf({ ...CHANNEL, operation: 'sendText', userId: 'u1', message: 'Hi', more: { dedupId: 'd-1' } })).toMatchObject({ class: 'unknownOutcome', vendor: 'Sendbird Chat' });
	});

	it('of a deactivated user: recipientGone, with what to do', async () => {
		chat().post(PATH).reply(400, sendbirdError(400300));
		expect(await failureOf({ ...CHANNEL, operation: 'sendText', userId: 'u1', message: 'Hi' })).toMatchObject({ class: 'recipientGone', fix: expect.stringContaining('Is Active') });
	});
});

it('an admin message has no user', async () => {
	chat().post(PATH, { message_type: 'ADMM', message: 'Closed' }).reply(200, { ...SENT, type: 'ADMM' });
	expect(await one({ ...CHANNEL, operation: 'sendAdmin', message: 'Closed' })).toMatchObject({ type: 'ADMM' });
});

describe('a file', () => {
	it('by its address', async () => {
		chat().post(PATH, { message_type: 'FILE', user_id: 'u1', url: 'https://x.test/a.pdf', file_name: 'a.pdf', file_type: 'application/pdf' }).reply(200, { ...SENT, type: 'FILE' });
		await one({ ...CHANNEL, operation: 'sendFile', userId: 'u1', fileFrom: 'url', url: 'https://x.test/a.pdf', fileName: 'a.pdf', fileType: 'application/pdf' });
	});

	it('as it comes with the item, byte for byte', async () => {
		const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff, 0xfe]);
		let sent = Buffer.alloc(0);
		let type = '';
		chat()
			.post(PATH, () => true)
			.reply(function reply(_uri, body) {
				sent = Buffer.from(String(body), /^[0-9a-f]+$/.test(String(body)) ? 'hex' : 'utf8');
				type = String(this.req.headers['content-type']);
				return [200, { ...SENT, type: 'FILE' }];
			});
		const files: IBinaryKeyData[] = [{ data: { data: png.toString('base64'), mimeType: 'image/png', fileName: 'a.png' } }];
		await one({ ...CHANNEL, operation: 'sendFile', userId: 'u1', fileFrom: 'binary', binary: 'data', more: { isSilent: true, mentionedUserIds: 'u2' } }, { files });
		const [, boundary] = /^multipart\/form-data; boundary=(.+)$/.exec(type) ?? [];
		const text = (name: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
		expect(sent).toEqual(
			Buffer.concat([
				Buffer.from(text('message_type', 'FILE') + text('user_id', 'u1') + text('is_silent', 'true') + text('mention_type', 'users') + text('mentioned_user_ids', '["u2"]')),
				Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`),
				png,
				Buffer.from(`\r\n--${boundary}--\r\n`),
			]),
		);
	});

	it('without an address is refused', async () => {
		expect(await failureOf({ ...CHANNEL, operation: 'sendFile', userId: 'u1', fileFrom: 'url' })).toMatchObject({ class: 'invalidInput', message: 'URL: is missing' });
	});
});

describe('get many', () => {
	const rows = (count: number, newest: number) => Array.from({ length: count }, (_, index) => ({ message_id: newest - index }));

	it('goes back from now, window by window, the newest first', async () => {
		chat()
			.get(PATH)
			.query(({ message_ts: ts, message_id: id, ...query }) => Math.abs(Number(ts) - Date.now()) < 60_000 && id === undefined && query.prev_limit === '100' && query.next_limit === '0' && query.include === 'true' && query.reverse === 'true')
			.reply(200, { messages: rows(100, 500) });
		chat().get(PATH).query({ message_id: 401, prev_limit: 100, next_limit: 0, include: false, reverse: true }).reply(200, { messages: rows(20, 400) });
		const found = await all({ ...CHANNEL, operation: 'getMany', limit: 150 });
		expect(found.map(({ message_id: id }) => id)).toEqual(rows(120, 500).map(({ message_id: id }) => id));
	});

	it('goes on from a message, and filters', async () => {
		chat().get(PATH).query({ message_id: 9, prev_limit: 0, next_limit: 10, include: false, reverse: false, message_type: 'FILE', sender_ids: 'u1,u2' }).reply(200, { messages: rows(2, 12) });
		expect(await all({ ...CHANNEL, operation: 'getMany', from: 'message', messageId: '9', direction: 'after', limit: 10, filters: { messageType: 'FILE', senderIds: 'u1,u2' } })).toHaveLength(2);
	});

	it('asks for its anchor before any call', async () => {
		expect(await failureOf({ ...CHANNEL, operation: 'getMany', from: 'time' })).toMatchObject({ class: 'invalidInput', message: 'Time: is missing' });
	});
});

it('get, update and delete one', async () => {
	chat().get(`${PATH}/77`).reply(200, SENT);
	expect(await one({ ...CHANNEL, operation: 'get', messageId: '77' })).toEqual(SENT);
	chat().put(`${PATH}/77`, { message_type: 'MESG', message: 'Ho', data: 'd' }).reply(200, { ...SENT, message: 'Ho' });
	expect(await one({ ...CHANNEL, operation: 'update', messageId: '77', messageType: 'MESG', message: 'Ho', more: { data: 'd' } })).toMatchObject({ message: 'Ho' });
	chat().delete(`${PATH}/77`).reply(200, {});
	expect(await one({ ...CHANNEL, operation: 'delete', messageId: '77' })).toEqual({ channelUrl: 'ch1', messageId: 77, deleted: true });
});

describe('search', () => {
	it('in one channel, page by page', async () => {
		const search = { resource: 'message', operation: 'search', query: 'late order', within: 'channel', channelUrl: 'ch1', returnAll: true, filters: { sortField: 'ts' } };
		const query = { query: 'late order', channel_url: 'ch1', limit: 50, sort_field: 'ts' };
		chat().get('/v3/search/messages').query(query).reply(200, { results: [SENT], has_prev: false, has_next: true, end_cursor: 'C1' });
		// The last page has a cursor, too.
		chat().get('/v3/search/messages').query({ ...query, after: 'C1' }).reply(200, { results: [SENT], has_prev: true, has_next: false, end_cursor: 'C2' });
		expect(await all(search)).toHaveLength(2);
		// As Sendbird's lists do it.
		chat().get('/v3/search/messages').query(query).reply(200, { results: [SENT], next: 'T' });
		chat().get('/v3/search/messages').query({ ...query, token: 'T' }).reply(200, { results: [SENT], next: '' });
		expect(await all(search)).toHaveLength(2);
	});

	it('in the channels of a user; without the user it is refused', async () => {
		chat().get('/v3/search/messages').query({ query: 'late', user_id: 'u1', limit: 20 }).reply(200, { results: [] });
		expect(await all({ resource: 'message', operation: 'search', query: 'late', within: 'user', userId: 'u1', limit: 20 })).toEqual([]);
		expect(await failureOf({ resource: 'message', operation: 'search', query: 'late', within: 'user' })).toMatchObject({ message: 'User ID: is missing' });
	});
});
