import { RULES } from '../../../sandbox/sendbird/rules';
import { ADA, CHANNEL, JOERG, MASTER, RETIRED, startSendbird, SUPPORT, type Sendbird } from './harness';

let sendbird: Sendbird;
beforeAll(async () => {
	sendbird = await startSendbird();
});
beforeEach(async () => await sendbird.reset());
afterAll(async () => await sendbird.close());

const PATH = `/group_channels/${CHANNEL}/messages`;

interface MessageBody {
	message_id: number;
	message: string;
	type: string;
	code?: number;
	file?: { url: string; name: string; type: string; size: number };
	created_at: number;
}

const send = async (body: object) => (await sendbird.chat<MessageBody>('POST', PATH, { message_type: 'MESG', user_id: SUPPORT, message: 'x', ...body })).body;
const list = async (query: string) => (await sendbird.chat<{ messages: MessageBody[] }>('GET', `${PATH}?${query}`)).body.messages?.map(({ message }) => message);

describe('sending', () => {
	it('needs what the type needs', async () => {
		expect((await send({ message: undefined })).code).toBe(400105);
		expect((await send({ user_id: undefined })).code).toBe(400105);
		expect((await send({ message_type: 'POST' })).code).toBe(400111);
		expect((await send({ user_id: 'nobody' })).code).toBe(400301);
		expect((await send({ message_type: 'FILE' })).code).toBe(400105);
		expect((await send({ message_type: 'ADMM', user_id: undefined })).type).toBe('ADMM');
	});

	it('is refused for a deactivated user', async () => {
		expect((await send({ user_id: RETIRED })).code).toBe(400300);
		expect(sendbird.lastRule()).toEqual(RULES.userDeactivated);
	});

	it('with a dedup_id goes out once', async () => {
		const first = await send({ dedup_id: 'd-1', message: 'once' });
		const again = await send({ dedup_id: 'd-1', message: 'twice' });
		expect(again).toMatchObject({ message_id: first.message_id, message: 'once' });
		expect(sendbird.lastRule()).toEqual(RULES.dedup);
		expect((await send({ dedup_id: 'd-2' })).message_id).not.toBe(first.message_id);
	});

	it('a file by its address, or in a form', async () => {
		expect((await send({ message_type: 'FILE', url: 'https://example.com/a.pdf', file_name: 'a.pdf', file_type: 'application/pdf', file_size: 12 })).file).toMatchObject({ url: 'https://example.com/a.pdf', name: 'a.pdf', type: 'application/pdf', size: 12 });
		const form = new FormData();
		form.append('message_type', 'FILE');
		form.append('user_id', SUPPORT);
		form.append('mentioned_user_ids', JSON.stringify([ADA]));
		form.append('file', new Blob(['%PDF'], { type: 'application/pdf' }), 'bill ü.pdf');
		const sent = (await (await fetch(`${sendbird.chatBase}/v3${PATH}`, { method: 'POST', headers: { 'api-token': MASTER }, body: form })).json()) as MessageBody & { mentioned_users: Array<{ user_id: string }> };
		expect(sent.file).toMatchObject({ name: 'bill ü.pdf', type: 'application/pdf', size: 4 });
		expect(sent.mentioned_users.map(({ user_id: id }) => id)).toEqual([ADA]);
		expect(await (await fetch(sent.file?.url ?? '')).text()).toBe('%PDF');
	});

	it('keeps a given time', async () => {
		expect((await send({ created_at: 1_600_000_000_000 })).created_at).toBe(1_600_000_000_000);
	});
});

describe('the window', () => {
	let anchor: MessageBody;
	beforeEach(async () => {
		for (const [index, message] of ['one', 'two', 'three', 'four'].entries()) {
			const sent = await send({ message, created_at: Date.now() + (index + 1) * 10 });
			if (message === 'two') anchor = sent;
		}
	});

	it('lies around a message', async () => {
		expect(await list(`message_id=${anchor.message_id}&prev_limit=1&next_limit=1`)).toEqual(['one', 'two', 'three']);
		expect(await list(`message_id=${anchor.message_id}&prev_limit=0&next_limit=5&include=false`)).toEqual(['three', 'four']);
		expect(await list(`message_id=${anchor.message_id}&prev_limit=1&next_limit=0&reverse=true`)).toEqual(['two', 'one']);
	});

	it('lies around a time', async () => {
		expect(await list(`message_ts=${anchor.created_at}&prev_limit=0&next_limit=1`)).toEqual(['two', 'three']);
		expect(await list('message_ts=0&next_limit=2')).toEqual(['Where is my parcel?', 'one']);
	});

	it('needs an anchor that exists', async () => {
		expect((await sendbird.chat('GET', PATH)).body.code).toBe(400105);
		expect((await sendbird.chat('GET', `${PATH}?message_id=1`)).body.code).toBe(400201);
	});

	it('is filtered, and hides what was deleted', async () => {
		expect(await list(`message_ts=0&next_limit=100&sender_ids=${ADA}`)).toEqual(['Where is my parcel?']);
		await sendbird.chat('DELETE', `${PATH}/${anchor.message_id}`);
		expect(await list('message_ts=0&next_limit=100')).not.toContain('two');
		expect(await list('message_ts=0&next_limit=100&including_removed=true')).toContain('two');
	});

	it('moves with the world', async () => {
		await sendbird.age(3600);
		expect((await sendbird.chat<MessageBody>('GET', `${PATH}/${anchor.message_id}`)).body.created_at).toBe(anchor.created_at - 3_600_000);
	});
});

describe('search', () => {
	const search = async (query: string) => (await sendbird.chat<{ results?: MessageBody[]; code?: number }>('GET', `/search/messages?${query}`)).body;

	it('finds words in a channel or in those of a user', async () => {
		await send({ message: 'Your PARCEL, Ada, is here' });
		expect((await search(`query=parcel&channel_url=${CHANNEL}`)).results?.map(({ message }) => message)).toEqual(['Your PARCEL, Ada, is here', 'Where is my parcel?']);
		expect((await search(`query=my%20parcel&exact_match=true&user_id=${ADA}`)).results).toHaveLength(1);
		expect((await search(`query=parcel&user_id=${JOERG}`)).results).toEqual([]);
	});

	it('takes one of the two', async () => {
		expect((await search('query=x')).code).toBe(400105);
		expect((await search(`query=x&user_id=${ADA}&channel_url=${CHANNEL}`)).code).toBe(400920);
	});
});

describe('updates', () => {
	it('name the type of the message', async () => {
		const { message_id: id } = await send({});
		expect((await sendbird.chat('PUT', `${PATH}/${id}`, { message_type: 'ADMM', message: 'y' })).body.code).toBe(400111);
		expect((await sendbird.chat('PUT', `${PATH}/${id}`, { message_type: 'MESG', message: 'y' })).body).toMatchObject({ message: 'y', updated_at: expect.any(Number) });
	});
});
