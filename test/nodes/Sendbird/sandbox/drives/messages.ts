import { ADA, JOERG, SUPPORT } from '../../../../sandbox/sendbird/harness';
import { each, EVERY, NAMED, says, type SendbirdDrives } from '../sendbird';

const PDF = { data: { data: Buffer.from('%PDF-1.7 é').toString('base64'), mimeType: 'application/pdf', fileName: 'bill.pdf' } };
const latest = { ...NAMED, from: 'latest' };

export const message: SendbirdDrives = {
	sendText: async (node) => {
		const sent = await node.one('message.sendText', { ...NAMED, userId: SUPPORT, message: 'On its way', more: { customType: 'order', data: '{"n":7}', mentionedUserIds: ADA, isSilent: true, dedupId: 'd-1' } });
		expect(sent).toMatchObject({ type: 'MESG', message: 'On its way', user: { user_id: SUPPORT }, custom_type: 'order', data: '{"n":7}', mentioned_users: [{ user_id: ADA }], silent: true });
		expect((await node.all('message.getMany', { ...latest, limit: 1 }))[0]).toMatchObject({ message_id: sent.message_id, message: 'On its way' });
		expect(await node.failure('message.sendText', { ...NAMED, userId: JOERG, message: 'I am no member' })).toMatchObject({ class: 'forbidden' });
		expect(await node.failure('message.sendText', { ...NAMED, userId: 'nobody', message: 'x' })).toMatchObject({ class: 'notFound' });
	},
	sendAdmin: async (node) => {
		expect(await node.one('message.sendAdmin', { ...NAMED, message: 'Closed at 6' })).toMatchObject({ type: 'ADMM', message: 'Closed at 6' });
		expect((await node.all('message.getMany', { ...latest, limit: 1 }))[0]).not.toHaveProperty('user');
	},
	sendFile: async (node) => {
		const byUrl = await node.one('message.sendFile', { ...NAMED, userId: SUPPORT, fileFrom: 'url', url: 'https://shop.test/a.pdf', fileName: 'a.pdf', fileType: 'application/pdf' });
		expect(byUrl).toMatchObject({ type: 'FILE', file: { url: 'https://shop.test/a.pdf', name: 'a.pdf', type: 'application/pdf' } });
		const byFile = await node.one('message.sendFile', { ...NAMED, userId: SUPPORT, fileFrom: 'binary', binary: 'data', more: { customType: 'bill', mentionedUserIds: ADA, sendPush: false } }, [{}], { files: [PDF] });
		expect(byFile).toMatchObject({ type: 'FILE', custom_type: 'bill', file: { name: 'bill.pdf', type: 'application/pdf' } });
		// The members load it byte for byte.
		expect(await (await fetch(String(Object(byFile.file).url))).text()).toBe('%PDF-1.7 é');
	},
	get: async (node) => {
		const messageId = await says(node, 'Hello');
		expect(await node.one('message.get', { ...NAMED, messageId })).toMatchObject({ message: 'Hello', user: { user_id: SUPPORT } });
		expect(await node.failure('message.get', { ...NAMED, messageId: '1' })).toMatchObject({ class: 'notFound' });
	},
	getMany: async (node) => {
		await node.all('message.sendText', { ...NAMED, userId: SUPPORT, message: '={{ $json.text }}' }, Array.from({ length: 130 }, (_, index) => ({ text: `n${index}` })));
		const all = await node.all('message.getMany', { ...latest, limit: 10_000 });
		expect(new Set(each(all, 'message_id')).size).toBe(131);
		expect(node.called).toHaveLength(2);
		// Newest first, and the one of before at the end.
		expect(all.at(-1)).toMatchObject({ message: 'Where is my parcel?' });
		const around = all[100];
		const after = await node.all('message.getMany', { ...NAMED, from: 'message', messageId: String(around.message_id), direction: 'after', limit: 5 });
		expect(each(after, 'message_id')).toEqual(each(all.slice(95, 100).reverse(), 'message_id'));
		expect(await node.all('message.getMany', { ...NAMED, from: 'time', time: new Date(Date.now() - 3_600_000).toISOString(), direction: 'before', limit: 5 })).toEqual([]);
		expect(each(await node.all('message.getMany', { ...latest, limit: 500, filters: { senderIds: ADA } }), 'message')).toEqual(['Where is my parcel?']);
		expect(await node.all('message.getMany', { ...latest, limit: 500, filters: { messageType: 'ADMM' } })).toEqual([]);
	},
	search: async (node) => {
		await node.all('message.sendText', { ...NAMED, userId: SUPPORT, message: '={{ $json.text }}' }, Array.from({ length: 70 }, (_, index) => ({ text: `The parcel number ${index}` })));
		const found = await node.all('message.search', { query: 'parcel', within: 'channel', channelUrl: NAMED.channelUrl, ...EVERY });
		expect(new Set(each(found, 'message_id')).size).toBe(71);
		expect(node.called).toHaveLength(2);
		expect(await node.all('message.search', { query: 'parcel', within: 'user', userId: ADA, returnAll: false, limit: 4 })).toHaveLength(4);
		expect(each(await node.all('message.search', { query: 'my parcel', within: 'user', userId: ADA, ...EVERY, filters: { exactMatch: true } }), 'message')).toEqual(['Where is my parcel?']);
		expect(await node.all('message.search', { query: 'parcel', within: 'user', userId: JOERG, ...EVERY })).toEqual([]);
	},
	update: async (node) => {
		const messageId = await says(node, 'Helo');
		await node.one('message.update', { ...NAMED, messageId, message: 'Hello', more: { data: 'x' } });
		expect(await node.one('message.get', { ...NAMED, messageId })).toMatchObject({ message: 'Hello', data: 'x' });
		expect(await node.failure('message.update', { ...NAMED, messageId, messageType: 'ADMM', message: 'x' })).toMatchObject({ class: 'invalidInput' });
	},
	delete: async (node) => {
		const messageId = await says(node, 'Oops');
		await node.one('message.delete', { ...NAMED, messageId });
		expect(await node.failure('message.get', { ...NAMED, messageId })).toMatchObject({ class: 'notFound' });
		expect(each(await node.all('message.getMany', { ...latest, limit: 5 }), 'message')).toEqual(['Where is my parcel?']);
		expect((await node.all('message.getMany', { ...latest, limit: 5, filters: { includingRemoved: true } }))[0]).toMatchObject({ is_removed: true });
	},
};
