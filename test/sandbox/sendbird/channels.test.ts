import { RULES } from '../../../sandbox/sendbird/rules';
import { ADA, CHANNEL, JOERG, startSendbird, SUPPORT, type Sendbird } from './harness';

let sendbird: Sendbird;
beforeAll(async () => {
	sendbird = await startSendbird();
});
beforeEach(async () => await sendbird.reset());
afterAll(async () => await sendbird.close());

interface ChannelBody {
	channel_url: string;
	name: string;
	members: Array<{ user_id: string; role: string; state: string }>;
	code: number;
}

const create = async (body: object) => (await sendbird.chat<ChannelBody>('POST', '/group_channels', body)).body;
const urls = async (query: string) => (await sendbird.chat<{ channels: Array<{ channel_url: string }> }>('GET', `/group_channels?show_empty=true&${query}`)).body.channels.map(({ channel_url: url }) => url);

describe('create', () => {
	it('takes user_ids or users, and counts the inviter in', async () => {
		const { members } = await create({ user_ids: [ADA], inviter_id: SUPPORT, operator_ids: [SUPPORT] });
		expect(members.map(({ user_id: id, role }) => [id, role])).toEqual([[ADA, ''], [SUPPORT, 'operator']]);
		expect((await create({ users: [{ user_id: JOERG }, ADA] })).members.map(({ user_id: id }) => id)).toEqual([JOERG, ADA]);
	});

	it('finds a distinct channel again and leaves it as it is', async () => {
		const { channel_url: url } = await create({ user_ids: [ADA, JOERG], is_distinct: true, name: 'First' });
		expect(await create({ user_ids: [JOERG, ADA], is_distinct: true, name: 'Second' })).toMatchObject({ channel_url: url, name: 'First' });
		expect(sendbird.lastRule()).toEqual(RULES.channelDistinct);
		expect((await create({ user_ids: [ADA, JOERG] })).channel_url).not.toBe(url);
		const three = await create({ user_ids: [ADA, JOERG, SUPPORT], is_distinct: true });
		expect(three.channel_url).not.toBe(url);
		expect((await create({ user_ids: [ADA, SUPPORT], is_distinct: true })).channel_url).not.toBe(three.channel_url);
	});

	it('refuses a channel_url that exists, and strangers where strict', async () => {
		expect((await create({ user_ids: [ADA], channel_url: CHANNEL })).code).toBe(400202);
		expect((await create({ user_ids: [ADA, 'nobody'] })).members).toHaveLength(1);
		expect((await create({ user_ids: [ADA, 'nobody'], strict: true })).code).toBe(400301);
	});

	it('invites those who do not accept by themselves', async () => {
		await sendbird.chat('PUT', `/users/${JOERG}/channel_invitation_preference`, { auto_accept: false });
		const { members } = await create({ user_ids: [ADA, JOERG, 'cust-46'], invitation_status: { 'cust-46': 'invited_by_friend' } });
		expect(members.map(({ state }) => state)).toEqual(['joined', 'invited', 'invited']);
	});
});

describe('the list', () => {
	it('is filtered by members, name, type and emptiness', async () => {
		const { channel_url: url } = await create({ user_ids: [ADA, JOERG], name: 'Orders', custom_type: 'order' });
		expect(await urls(`members_exactly_in=${ADA},${JOERG}`)).toEqual([url]);
		expect((await urls(`members_include_in=${ADA},${JOERG}&query_type=OR`)).sort()).toEqual([url, CHANNEL].sort());
		expect(await urls('name_contains=order')).toEqual([url]);
		expect(await urls('custom_types=order,other')).toEqual([url]);
		expect((await sendbird.chat<{ channels: unknown[] }>('GET', '/group_channels')).body.channels).toHaveLength(1);
	});
});

describe('who may do what', () => {
	const send = async (userId: string) => (await sendbird.chat('POST', `/group_channels/${CHANNEL}/messages`, { message_type: 'MESG', user_id: userId, message: 'x' })).body;

	it('only members send', async () => {
		expect(await send(JOERG)).toMatchObject({ code: 400108 });
		expect(sendbird.lastRule()).toEqual(RULES.sendMember);
	});

	it('a frozen channel takes operators and admin messages only', async () => {
		await sendbird.chat('PUT', `/group_channels/${CHANNEL}/freeze`, { freeze: true });
		expect(await send(ADA)).toMatchObject({ code: 400108 });
		expect(await send(SUPPORT)).toMatchObject({ type: 'MESG' });
		expect((await sendbird.chat('POST', `/group_channels/${CHANNEL}/messages`, { message_type: 'ADMM', message: 'x' })).status).toBe(200);
	});

	it('only who is invited or finds the channel public joins; the code must be right', async () => {
		const join = async (body: object) => (await sendbird.chat('PUT', `/group_channels/${CHANNEL}/join`, body)).body.code;
		expect(await join({ user_id: JOERG })).toBe(400108);
		await sendbird.chat('PUT', `/group_channels/${CHANNEL}`, { is_public: true, access_code: 'sesame' });
		expect(await join({ user_id: JOERG, access_code: 'wrong' })).toBe(400108);
		expect(await join({ user_id: JOERG, access_code: 'sesame' })).toBeUndefined();
	});

	it('operators are members', async () => {
		expect((await sendbird.chat('POST', `/group_channels/${CHANNEL}/operators`, { operator_ids: [JOERG] })).body.code).toBe(400108);
	});

	it('leaving names somebody', async () => {
		expect((await sendbird.chat('PUT', `/group_channels/${CHANNEL}/leave`, {})).body.code).toBe(400105);
		await sendbird.chat('PUT', `/group_channels/${CHANNEL}/leave`, { should_leave_all: true });
		expect((await sendbird.chat<{ members: unknown[] }>('GET', `/group_channels/${CHANNEL}/members`)).body.members).toEqual([]);
	});

	it('there are no open channels', async () => {
		expect((await sendbird.chat('GET', '/open_channels/x/messages?message_ts=0')).body.code).toBe(400201);
	});
});
