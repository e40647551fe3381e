import { ADA, JOERG, RETIRED } from '../../../../sandbox/sendbird/harness';
import { each, EVERY, held, type SendbirdDrives } from '../sendbird';

const GRACE = { userId: 'cust-99', nickname: 'Grace', profileUrl: 'https://shop.test/grace.png' };

export const user: SendbirdDrives = {
	create: async (node, sandbox) => {
		await node.one('user.create', { ...GRACE, more: { metadata: '{"plan": "gold", "level": 2}', discoveryKeys: 'navy', issueAccessToken: true } });
		expect(await held(sandbox, '/users/cust-99')).toMatchObject({ nickname: 'Grace', profile_url: GRACE.profileUrl, metadata: { plan: 'gold', level: '2' }, discovery_keys: ['navy'], access_token: expect.stringMatching(/./) });
		expect(await node.failure('user.create', GRACE)).toMatchObject({ class: 'conflict', code: '400202' });
	},
	upsert: async (node, sandbox) => {
		expect(await node.one('user.upsert', { ...GRACE, more: { metadata: '{"plan": "gold"}' } })).toMatchObject({ upserted: 'created' });
		expect(node.called).toEqual(['PUT /v3/users/cust-99', 'POST /v3/users']);
		expect(await node.one('user.upsert', { userId: 'cust-99', nickname: 'Grace H.', more: { metadata: '{"plan": "silver"}' } })).toMatchObject({ upserted: 'updated', metadata: { plan: 'silver' } });
		expect(await held(sandbox, '/users/cust-99')).toMatchObject({ nickname: 'Grace H.', profile_url: GRACE.profileUrl, metadata: { plan: 'silver' } });
	},
	get: async (node) => {
		expect(await node.one('user.get', { userId: ADA, includeUnreadCount: true })).toMatchObject({ user_id: ADA, nickname: 'Ada Lovelace', metadata: { language: 'en' }, unread_message_count: expect.any(Number) });
		expect(await node.failure('user.get', { userId: 'nobody' })).toMatchObject({ class: 'notFound', code: '400301' });
	},
	getMany: async (node, sandbox) => {
		await sandbox.sendbird('POST', '/users', { prefix: 'many-', count: 150 });
		expect(await node.all('user.getMany', { ...EVERY, filters: { nicknameStartsWith: 'many-' } })).toHaveLength(150);
		expect(node.called).toHaveLength(2);
		expect(await node.all('user.getMany', { returnAll: false, limit: 3 })).toHaveLength(3);
		expect(each(await node.all('user.getMany', { ...EVERY, filters: { metadataKey: 'language', metadataValues: 'de, nl' } }), 'user_id')).toEqual([JOERG, 'cust-46', 'cust-47']);
		expect(each(await node.all('user.getMany', { ...EVERY, filters: { activeMode: 'deactivated' } }), 'user_id')).toEqual([RETIRED]);
		expect(each(await node.all('user.getMany', { ...EVERY, filters: { userIds: `${ADA}, ${JOERG}` } }), 'user_id')).toEqual([ADA, JOERG]);
		expect(each(await node.all('user.getMany', { ...EVERY, filters: { nickname: 'Grace' } }), 'user_id')).toEqual(['sb-grace']);
	},
	update: async (node, sandbox) => {
		await node.one('user.update', { userId: ADA, nickname: 'Ada L.', more: { preferredLanguages: 'en, fr' } });
		expect(await held(sandbox, `/users/${ADA}`)).toMatchObject({ nickname: 'Ada L.', preferred_languages: ['en', 'fr'], metadata: { language: 'en' } });
		await node.one('user.update', { userId: RETIRED, more: { isActive: true } });
		expect(await held(sandbox, `/users/${RETIRED}`)).toMatchObject({ is_active: true, nickname: 'Alan Turing' });
		expect(await node.failure('user.update', { userId: 'nobody', nickname: 'x' })).toMatchObject({ class: 'notFound' });
	},
	delete: async (node, sandbox) => {
		expect(await node.one('user.delete', { userId: JOERG })).toEqual({ userId: JOERG, deleted: true });
		expect(await held(sandbox, `/users/${JOERG}`)).toMatchObject({ code: 400301 });
	},
	setMetadata: async (node, sandbox) => {
		await node.one('user.setMetadata', { userId: ADA, metadata: '{"plan": "gold", "language": "fr"}' });
		expect(await held(sandbox, `/users/${ADA}`)).toMatchObject({ metadata: { plan: 'gold', language: 'fr' } });
	},
	deleteMetadata: async (node, sandbox) => {
		await node.one('user.setMetadata', { userId: ADA, metadata: '{"plan": "gold", "tier": "1"}' });
		await node.one('user.deleteMetadata', { userId: ADA, key: 'plan' });
		expect((await held(sandbox, `/users/${ADA}`)).metadata).toEqual({ language: 'en', tier: '1' });
		await node.one('user.deleteMetadata', { userId: ADA, all: true });
		expect((await held(sandbox, `/users/${ADA}`)).metadata).toEqual({});
	},
};
