import { ADA, JOERG } from '../../../../sandbox/sendbird/harness';
import { byId } from '../../../../support/drives';
import { each, EVERY, type SendbirdDrives, type SendbirdSandbox } from '../sendbird';

const SHIPPED = { templateKey: byId('order-shipped'), variablesFrom: 'json' };
const variables = (order: string) => JSON.stringify({ first_name: 'Ada', order });

const texts = async (sandbox: SendbirdSandbox, userId: string): Promise<string[]> => (await sandbox.inbox(userId)).map(({ text }) => text);

/** 150 people, with their order each. */
async function many(sandbox: SendbirdSandbox, count: number) {
	await sandbox.sendbird('POST', '/users', { prefix: 'buyer-', count });
	return Array.from({ length: count }, (_, index) => ({ id: `buyer-${index + 1}`, vars: { first_name: 'B', order: `A-${index + 1}` } }));
}

const TO_MANY = { ...SHIPPED, userId: '={{ $json.id }}', variablesJson: '={{ $json.vars }}' };

export const notification: SendbirdDrives = {
	sendRealtime: async (node, sandbox) => {
		expect(await node.one('notification.sendRealtime', { ...SHIPPED, userId: ADA, variablesJson: variables('A-7'), more: { pushTitle: 'Order', pushBody: 'On its way' } })).toMatchObject({ userId: ADA, status: 'SENT' });
		expect(await sandbox.inbox(ADA)).toMatchObject([{ text: 'Hi Ada, your order A-7 is on its way.', push: { title: 'Order', body: 'On its way' }, via: 'api' }]);
		expect(await node.failure('notification.sendRealtime', { ...SHIPPED, templateKey: byId('none'), userId: ADA, variablesJson: variables('1') })).toMatchObject({ class: 'notFound', code: '400201' });
		await sandbox.sendbird('POST', '/settings', { unknownTargets: 'refuse' });
		expect(await node.failure('notification.sendRealtime', { ...SHIPPED, userId: 'nobody', variablesJson: variables('1') })).toMatchObject({ class: 'notFound' });
	},
	sendBatch: async (node, sandbox) => {
		const people = await many(sandbox, 150);
		const sent = await node.all('notification.sendBatch', { ...TO_MANY, more: { batchSize: 100 } }, people);
		expect(sent).toHaveLength(150);
		expect(node.called).toEqual(Array(2).fill('POST /v1/notifications'));
		await sandbox.age(60);
		expect(await texts(sandbox, 'buyer-150')).toEqual(['Hi B, your order A-150 is on its way.']);
		// One who is refused by name costs nobody else the notification.
		await sandbox.sendbird('POST', '/settings', { unknownTargets: 'refuse' });
		const { good, bad, places } = await node.run('notification.sendBatch', TO_MANY, [{ id: ADA, vars: { first_name: 'Ada', order: '1' } }, { id: 'nobody', vars: {} }, { id: JOERG, vars: { first_name: 'Jörg', order: '2' } }]);
		expect(places).toEqual({ good: [0, 2], bad: [1] });
		expect([good.length, bad]).toEqual([2, [expect.objectContaining({ error: expect.objectContaining({ class: 'notFound' }) })]]);
	},
	sendBatchFromFile: async (node, sandbox) => {
		const people = await many(sandbox, 150);
		const sent = await node.all('notification.sendBatchFromFile', { ...TO_MANY, more: { fileKeyPrefix: 'sale' } }, people);
		expect(sent).toHaveLength(150);
		expect(sent[0]).toMatchObject({ status: 'QUEUED', targets: 150, fileKey: expect.stringMatching(/^sale-/) });
		expect(node.called.map((call) => call.replace(String(sent[0].fileKey), '…'))).toEqual(['POST /v1/storage/targets_files/…/presigned_urls', 'POST /v1/notifications']);
		await sandbox.age(60);
		expect(await texts(sandbox, 'buyer-1')).toEqual(['Hi B, your order A-1 is on its way.']);
		expect(await texts(sandbox, 'buyer-150')).toEqual(['Hi B, your order A-150 is on its way.']);
	},
};

export const template: SendbirdDrives = {
	get: async (node) => {
		expect(await node.one('template.get', { templateKey: byId('order-shipped') })).toMatchObject({ key: 'order-shipped', name: 'Order shipped', variable_schema: [{ key: 'first_name' }, { key: 'order' }] });
		expect(await node.failure('template.get', { templateKey: byId('none') })).toMatchObject({ class: 'notFound' });
	},
	getMany: async (node, sandbox) => {
		expect(each(await node.all('template.getMany', EVERY), 'key')).toEqual(['order-shipped', 'spring-sale', 'welcome']);
		await sandbox.sendbird('POST', '/templates', { key: 'old', name: 'Old', content: 'x', variables: [], archived: true });
		expect(await node.all('template.getMany', EVERY)).toHaveLength(3);
		expect(each(await node.all('template.getMany', { ...EVERY, archived: true }), 'key')).toContain('old');
		expect(await node.all('template.getMany', { returnAll: false, limit: 2 })).toHaveLength(2);
	},
};

const body = (userIds: string[]) => JSON.stringify({ template: { key: 'order-shipped', variables: Object.fromEntries(userIds.map((id) => [id, { first_name: 'A', order: id }])) }, targets: userIds, event_name: 'Order Shipped' });

export const relay: SendbirdDrives = {
	send: async (node, sandbox) => {
		const url = (mode: string) => `${sandbox.notificationsBase}/clevertap/notifications/${mode}`;
		expect(await node.one('relay.send', { url: url('single'), body: body([ADA]) })).toMatchObject({ accepted: true });
		await node.one('relay.send', { url: url('multi'), body: body([ADA, JOERG]) });
		await sandbox.age(60);
		expect((await sandbox.inbox(ADA)).map(({ text, via, eventName }) => [text, via, eventName])).toEqual(Array(2).fill([`Hi A, your order ${ADA} is on its way.`, 'clevertap', 'Order Shipped']));
		expect(await sandbox.inbox(JOERG)).toHaveLength(1);
		// The integration's token goes to the application's own address and to no other.
		expect(await node.failure('relay.send', { url: 'https://evil.test/clevertap/notifications/single', body: body([ADA]) })).toMatchObject({ class: 'invalidInput' });
		expect(node.called).toEqual([]);
	},
};
