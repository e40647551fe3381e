import { createHmac } from 'node:crypto';
import { RULES } from '../../../sandbox/sendbird/rules';
import { ADA, CHANNEL, JOERG, MASTER, startReceiver, startSendbird, SUPPORT, type Receiver, type Sendbird, type Taken } from './harness';

let sendbird: Sendbird;
let hook: Receiver;
beforeAll(async () => {
	sendbird = await startSendbird({ waitFactor: 0.001 });
});
beforeEach(async () => {
	await sendbird.reset();
	hook = await startReceiver();
	await listen();
});
afterEach(async () => await hook.close());
afterAll(async () => await sendbird.close());

const SETTING = '/applications/settings/webhook';
const listen = async (more: object = {}) => await sendbird.chat('PUT', SETTING, { enabled: true, url: hook.url, include_members: false, enabled_events: ['*'], ...more });
const writes = async (text: string) => await sendbird.sendbird('POST', `/users/${ADA}/messages`, { text });
const send = async (body: object) => await sendbird.chat('POST', `/group_channels/${CHANNEL}/messages`, { message_type: 'MESG', user_id: SUPPORT, message: 'Hi', ...body });
const category = ({ body }: Taken) => body.category;
const one = async (name: string): Promise<Taken> => {
	for (let count = 1; ; count++) {
		const hit = (await hook.until(count)).find((taken) => category(taken) === name);
		if (hit !== undefined) return hit;
	}
};

describe('the setting', () => {
	it('is one slot: PUT changes what it names', async () => {
		const { webhook } = (await sendbird.chat<{ webhook: object }>('PUT', SETTING, { include_members: true })).body;
		expect(webhook).toEqual({ enabled: true, url: hook.url, include_members: true, enabled_events: ['*'] });
		expect((await sendbird.chat('GET', SETTING)).body).toEqual({ webhook });
	});

	it('lists all categories on demand', async () => {
		const { all_webhook_categories: all } = (await sendbird.chat<{ webhook: { all_webhook_categories: string[] } }>('GET', `${SETTING}?display_all_webhook_categories=true`)).body.webhook;
		expect(all).toContain('group_channel:message_send');
	});

	it('goes off with an empty list, and refuses what cannot be', async () => {
		expect((await listen({ enabled_events: [] })).body).toMatchObject({ webhook: { enabled: false } });
		expect(sendbird.lastRule()).toEqual(RULES.webhookOff);
		expect((await listen({ url: 'not a url' })).body.code).toBe(400111);
		expect((await listen({ url: '' })).body.code).toBe(400111);
		await listen({ enabled_events: ['group_channel:telepathy'] });
		expect(sendbird.lastRule()).toEqual(RULES.webhookUnknownEvent);
	});
});

describe('a delivery', () => {
	it('is signed over its very bytes with the master token', async () => {
		await writes('Grüße 🎉 / "quoted"');
		const { headers, text, body } = await one('group_channel:message_send');
		expect(headers['x-sendbird-signature']).toBe(createHmac('sha256', MASTER).update(text).digest('hex'));
		expect(headers['user-agent']).toBe('SendBird');
		expect(headers['content-type']).toBe('application/json');
		expect(body).toMatchObject({
			category: 'group_channel:message_send',
			sender: { user_id: ADA, nickname: 'Ada Lovelace' },
			type: 'MESG',
			sdk: 'JavaScript',
			payload: { message: 'Grüße 🎉 / "quoted"', message_id: expect.any(Number) },
			channel: { channel_url: CHANNEL },
			app_id: expect.any(String),
		});
		expect(body).not.toHaveProperty('members');
	});

	it('tells members where asked, never of a Supergroup', async () => {
		await listen({ include_members: true });
		await writes('x');
		expect((await one('group_channel:message_send')).body.members).toMatchObject([{ user_id: ADA }, { user_id: SUPPORT, channel_unread_message_count: 2 }]);
		await sendbird.chat('PUT', `/group_channels/${CHANNEL}`, { is_super: true });
		hook.taken.length = 0;
		await writes('y');
		expect((await one('group_channel:message_send')).body).not.toHaveProperty('members');
	});

	it('comes for chosen events only', async () => {
		await listen({ enabled_events: ['user:block'] });
		await writes('x');
		await sendbird.chat('POST', `/users/${ADA}/block`, { target_id: JOERG });
		expect((await hook.until(1)).map(category)).toEqual(['user:block']);
		expect(hook.taken[0].body).toMatchObject({ blocker: { user_id: ADA }, blockee: { user_id: JOERG } });
	});

	it.each([500, 404, 302])('answered with %i comes three times, the same to the byte', async (status) => {
		hook.answers.push(status, status, status);
		await writes('x');
		await sendbird.note('is given up');
		expect(hook.taken).toHaveLength(3);
		expect(new Set(hook.taken.map(({ text, headers }) => `${headers['x-sendbird-signature']} ${text}`)).size).toBe(1);
	});

	it('is waited for, 5 s and no longer', async () => {
		expect((await sendbird.sendbird('GET', '/settings')).body.webhookTimeoutMs).toBe(5000);
		await sendbird.sendbird('POST', '/settings', { webhookTimeoutMs: 60 });
		hook.answers.push(0);
		await writes('x');
		await hook.until(2);
		expect((await sendbird.note('is sent again')).rule).toEqual(RULES.webhookPatience);
	});

	it('may be repeated by a fault', async () => {
		await sendbird.control('POST', '/faults', { vendor: 'sendbird', route: 'deliveries', repeat: 3, times: 1 });
		await writes('x');
		expect(new Set((await hook.until(3)).map(({ text }) => text)).size).toBe(1);
	});
});

describe('what is told', () => {
	it('of messages: sent, changed, deleted, read', async () => {
		const { message_id: id } = (await send({ message: 'a', mark_as_read: false })).body;
		await sendbird.chat('PUT', `/group_channels/${CHANNEL}/messages/${String(id)}`, { message_type: 'MESG', message: 'b' });
		expect((await one('group_channel:message_update')).body).toMatchObject({ payload: { message: 'b', message_id: id } });
		await sendbird.chat('PUT', `/group_channels/${CHANNEL}/messages/mark_as_read`, { user_id: ADA });
		expect((await one('group_channel:message_read')).body).toMatchObject({ read_updates: [{ user_id: ADA, channel_unread_message_count: 0, total_unread_message_count: 0 }] });
		await sendbird.chat('DELETE', `/group_channels/${CHANNEL}/messages/${String(id)}`);
		expect((await one('group_channel:message_delete')).body).toMatchObject({ payload: { message_id: id } });
	});

	it('of a file: its address', async () => {
		await send({ message_type: 'FILE', url: 'https://example.com/a.pdf', file_name: 'a.pdf' });
		expect((await one('group_channel:message_send')).body).toMatchObject({ type: 'FILE', payload: { url: 'https://example.com/a.pdf', filename: 'a.pdf' } });
	});

	it('of admin messages: no sender', async () => {
		await send({ message_type: 'ADMM', user_id: undefined });
		expect((await one('group_channel:message_send')).body).not.toHaveProperty('sender');
	});

	it('of channels', async () => {
		const { channel_url: url } = (await sendbird.chat('POST', '/group_channels', { user_ids: [ADA], inviter_id: SUPPORT })).body;
		expect((await one('group_channel:create')).body).toMatchObject({ inviter: { user_id: SUPPORT }, members: [{ user_id: ADA }, { user_id: SUPPORT }], channel: { channel_url: url } });
		await sendbird.chat('PUT', `/group_channels/${String(url)}`, { name: 'New' });
		expect((await one('group_channel:changed')).body).toMatchObject({ changes: [{ key: 'name', old: 'Group Channel', new: 'New' }] });
		await sendbird.chat('POST', `/group_channels/${String(url)}/invite`, { user_ids: [JOERG] });
		expect((await one('group_channel:invite')).body).toMatchObject({ invitees: [{ user_id: JOERG }], invited_at: expect.any(Number) });
		await sendbird.chat('PUT', `/group_channels/${String(url)}/leave`, { user_ids: [JOERG] });
		expect((await one('group_channel:leave')).body).toMatchObject({ users: [{ user_id: JOERG }] });
		await sendbird.chat('PUT', `/group_channels/${String(url)}/freeze`, { freeze: true });
		expect((await one('group_channel:freeze_unfreeze')).body).toMatchObject({ freeze: true });
		await sendbird.chat('DELETE', `/group_channels/${String(url)}`);
		expect((await one('group_channel:remove')).body).toMatchObject({ channel: { channel_url: url } });
	});

	it('of joins and declined invitations', async () => {
		await sendbird.chat('PUT', `/users/${JOERG}/channel_invitation_preference`, { auto_accept: false });
		await sendbird.chat('POST', `/group_channels/${CHANNEL}/invite`, { user_ids: [JOERG], inviter_id: SUPPORT });
		await sendbird.chat('PUT', `/group_channels/${CHANNEL}/decline`, { user_id: JOERG });
		expect((await one('group_channel:decline_invite')).body).toMatchObject({ invitee: { user_id: JOERG }, inviter: { user_id: SUPPORT } });
		await sendbird.chat('POST', `/group_channels/${CHANNEL}/invite`, { user_ids: [JOERG] });
		await sendbird.chat('PUT', `/group_channels/${CHANNEL}/accept`, { user_id: JOERG });
		expect((await one('group_channel:join')).body).toMatchObject({ users: [{ user_id: JOERG }] });
	});

	it('of reactions and preferences', async () => {
		const { message_id: id } = (await send({})).body;
		await sendbird.chat('POST', `/group_channels/${CHANNEL}/messages/${String(id)}/reactions`, { user_id: ADA, reaction: 'heart' });
		expect((await one('group_channel:reaction_add')).body).toMatchObject({ reaction: 'heart', sender: { user_id: ADA } });
		await sendbird.chat('PUT', `/users/${ADA}/push_preference`, { do_not_disturb: true });
		expect((await one('user:push_preference')).body).toMatchObject({ user_id: ADA, do_not_disturb: true });
	});

	it('of announcements', async () => {
		await sendbird.chat('POST', '/announcements', { message: { type: 'MESG', user_id: SUPPORT, content: 'Sale!' }, target_at: 'target_users_only_channels', target_list: [JOERG], create_channel: true });
		expect((await one('announcement:create_channels')).body).toMatchObject({ channels: [{ is_distinct: true }] });
		await one('announcement:send_messages');
	});
});
