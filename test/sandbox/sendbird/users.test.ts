import { RULES } from '../../../sandbox/sendbird/rules';
import { ADA, CHANNEL, JOERG, MASTER, RETIRED, startSendbird, type Sendbird } from './harness';

let sendbird: Sendbird;
beforeAll(async () => {
	sendbird = await startSendbird();
});
beforeEach(async () => await sendbird.reset());
afterAll(async () => await sendbird.close());

interface UserList {
	users: Array<{ user_id: string }>;
	next: string;
}

const list = async (query: string) => (await sendbird.chat<UserList>('GET', `/users?${query}`)).body;
const ids = async (query: string) => (await list(query)).users.map(({ user_id: id }) => id);

describe('the list', () => {
	it('is paged to the end', async () => {
		await sendbird.sendbird('POST', '/users', { prefix: 'u-', count: 25 });
		const seen: string[] = [];
		for (let token = '', page = 0; page === 0 || token !== ''; page++) {
			const { users, next } = await list(`limit=10&token=${token}`);
			seen.push(...users.map(({ user_id: id }) => id));
			token = next;
		}
		expect(new Set(seen).size).toBe(seen.length);
		expect(seen.filter((id) => id.startsWith('u-'))).toHaveLength(25);
	});

	it('refuses a bad token and limit', async () => {
		expect((await sendbird.chat('GET', '/users?token=xyz')).body.code).toBe(400109);
		expect((await sendbird.chat('GET', '/users?limit=101')).body.code).toBe(400111);
	});

	it('is filtered', async () => {
		expect(await ids('active_mode=deactivated')).toEqual([RETIRED]);
		expect(await ids('nickname_startswith=ada')).toEqual([ADA]);
		expect(await ids(`user_ids=${ADA},${JOERG}`)).toEqual([ADA, JOERG]);
		expect(await ids('metadatakey=language&metadatavalues_in=de')).toEqual([JOERG, 'cust-46']);
	});
});

describe('a user', () => {
	it('with strange characters in the id', async () => {
		const id = 'a/b c%d@ü';
		await sendbird.chat('POST', '/users', { user_id: id, nickname: 'x', profile_url: '' });
		expect((await sendbird.chat('GET', `/users/${encodeURIComponent(id)}`)).body.user_id).toBe(id);
	});

	it('has created_at in seconds and last_seen_at in ms', async () => {
		const { created_at: created } = (await sendbird.chat<{ created_at: number }>('GET', `/users/${ADA}`)).body;
		expect(Math.abs(created - Date.now() / 1000)).toBeLessThan(60);
	});

	it('gets a picture by upload', async () => {
		const form = new FormData();
		form.append('user_id', 'pic');
		form.append('nickname', 'Pic');
		form.append('profile_file', new Blob(['bytes'], { type: 'image/png' }), 'me.png');
		const answer = await fetch(`${sendbird.chatBase}/v3/users`, { method: 'POST', headers: { 'api-token': MASTER }, body: form });
		const { profile_url: url } = (await answer.json()) as { profile_url: string };
		const picture = await fetch(url);
		expect([picture.headers.get('content-type'), await picture.text()]).toEqual(['image/png', 'bytes']);
	});

	it('gets session tokens', async () => {
		expect((await sendbird.chat('POST', `/users/${ADA}/token`, { expires_at: 99 })).body).toEqual({ token: expect.stringMatching(/^[0-9a-f]{40}$/), expires_at: 99 });
	});

	it('leaves the channels when deactivated, unless told otherwise', async () => {
		await sendbird.chat('PUT', `/users/${ADA}`, { is_active: false, leave_all_when_deactivated: false });
		expect((await sendbird.chat('GET', `/group_channels/${CHANNEL}/members/${ADA}`)).body.is_member).toBe(true);
		await sendbird.chat('PUT', `/users/${ADA}`, { is_active: true });
		await sendbird.chat('PUT', `/users/${ADA}`, { is_active: false });
		expect((await sendbird.chat('GET', `/group_channels/${CHANNEL}/members/${ADA}`)).body.is_member).toBe(false);
	});

	it('is gone for good once deleted, the messages stay', async () => {
		await sendbird.chat('DELETE', `/users/${ADA}`);
		expect(sendbird.lastRule()).toEqual(RULES.userDeleted);
		expect((await sendbird.chat<{ messages: Array<{ user: { user_id: string } }> }>('GET', `/group_channels/${CHANNEL}/messages?message_ts=${Date.now()}`)).body.messages[0].user.user_id).toBe(ADA);
	});
});

describe('metadata', () => {
	const metadata = `/users/${ADA}/metadata`;

	it('is created once and updated with upsert', async () => {
		expect((await sendbird.chat('POST', metadata, { metadata: { language: 'fr' } })).body.code).toBe(400202);
		expect((await sendbird.chat('PUT', metadata, { metadata: { language: 'fr', city: 'Paris' } })).body).toEqual({ language: 'fr' });
		expect((await sendbird.chat('PUT', metadata, { metadata: { city: 'Paris' }, upsert: true })).body).toEqual({ city: 'Paris' });
		expect((await sendbird.chat('GET', `${metadata}?keys=city`)).body).toEqual({ city: 'Paris' });
		await sendbird.chat('DELETE', `${metadata}/city`);
		expect((await sendbird.chat('GET', metadata)).body).toEqual({ language: 'fr' });
	});
});
