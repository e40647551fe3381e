/* eslint-disable @n8n/community-nodes/no-restricted-imports -- exports are ZIP files, read here */
import type { IDataObject } from 'n8n-workflow';
import { inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { GROUP, type BrazeSandbox } from '../../../../sandbox/braze/harness';
import { byId } from '../../../../support/drives';
import { assignments } from '../../braze';
import { age, attributesOf, type BrazeDrives } from '../braze';

const SHOP = { aliasLabel: 'shop' };
const ADA = { identifyBy: 'external_id', userId: 'cust-42' };
const visited = (count: number) => assignments({ visits: ['number', count] });

/** Names a profile by its alias, as `/users/export/ids` does. */
const byAlias = (name: string) => ({ identifyBy: 'user_alias', userId: name, ...SHOP, fieldsToExport: 'external_id, braze_id, user_aliases' });

export const user: BrazeDrives = {
	trackAttributes: async (node, sandbox) => {
		const { good, places } = await node.run('user.trackAttributes', { userId: '={{ $json.id }}', attributes: visited(3) }, [{ id: 'cust-42' }, { id: 'new-1' }]);
		expect(places.good).toEqual([0, 1]);
		expect(good[1]).toMatchObject({ queued: true });
		expect(await attributesOf(sandbox, 'cust-42')).toMatchObject({ visits: 3 });
		expect(await attributesOf(sandbox, 'new-1')).toEqual({ visits: 3 });
		await node.all('user.trackAttributes', { userId: 'cust-42', attributes: visited(4), more: { bulk: true } });
		expect(node.called).toEqual(['POST /users/track/bulk']);
		expect(await attributesOf(sandbox, 'cust-42')).toMatchObject({ visits: 4 });
	},
	trackEvents: async (node, sandbox) => {
		await node.one('user.trackEvents', { ...ADA, eventName: 'Booked', properties: assignments({ seats: ['number', 2] }) });
		expect((await sandbox.truth('cust-42')).events).toEqual([{ name: 'Booked', properties: { seats: 2 } }]);
	},
	trackPurchases: async (node, sandbox) => {
		await node.one('user.trackPurchases', { ...ADA, productId: 'pizza', price: 9.5, currency: 'EUR' });
		expect((await sandbox.truth('cust-42')).purchases).toEqual(['pizza']);
	},
	track: async (node, sandbox) => {
		const kinds = [{ kind: 'attributes' }, { kind: 'events' }, { kind: 'purchases' }];
		const good = await node.all('user.track', { ...ADA, kind: '={{ $json.kind }}', attributes: visited(7), eventName: 'Came', productId: 'soup', price: 4, currency: 'EUR' }, kinds);
		expect(good).toHaveLength(3);
		expect(await sandbox.truth('cust-42')).toMatchObject({ custom_attributes: { visits: 7 }, events: [{ name: 'Came' }], purchases: ['soup'] });
	},
	trackSync: async (node, sandbox) => {
		expect(await node.one('user.trackSync', { ...ADA, kind: 'attributes', attributes: visited(9) })).toMatchObject({ custom_attributes: { visits: 9 } });
		expect(await attributesOf(sandbox, 'cust-42')).toMatchObject({ visits: 9 });
	},
	createAlias: async (node) => {
		await node.one('user.createAlias', { aliasName: 'a-1', aliasLabel: 'shop', externalId: 'cust-42' });
		expect(await node.one('user.exportByIds', byAlias('a-1'))).toMatchObject({ external_id: 'cust-42' });
	},
	updateAlias: async (node) => {
		await node.one('user.createAlias', { aliasName: 'a-1', aliasLabel: 'shop', externalId: 'cust-42' });
		await node.one('user.updateAlias', { aliasLabel: 'shop', oldAliasName: 'a-1', newAliasName: 'a-2' });
		expect(await node.one('user.exportByIds', byAlias('a-2'))).toMatchObject({ external_id: 'cust-42' });
		expect(await node.failure('user.exportByIds', byAlias('a-1'))).toMatchObject({ class: 'notFound' });
	},
	identify: async (node) => {
		await node.one('user.createAlias', { aliasName: 'a-3', aliasLabel: 'shop' });
		await node.one('user.identify', { identifyBy: 'user_alias', userId: 'a-3', ...SHOP, externalId: 'cust-new' });
		expect(await node.one('user.exportByIds', byAlias('a-3'))).toMatchObject({ external_id: 'cust-new' });
	},
	merge: async (node, sandbox) => {
		await node.one('user.trackAttributes', { userId: 'cust-45', attributes: assignments({ club: ['string', 'gold'] }) });
		await node.one('user.merge', { mergeBy: 'external_id', mergeId: 'cust-45', keepBy: 'external_id', keepId: 'cust-46' });
		await age(sandbox, 2);
		expect(await attributesOf(sandbox, 'cust-46')).toMatchObject({ club: 'gold' });
		expect(await node.failure('user.exportByIds', { userId: 'cust-45' })).toMatchObject({ class: 'notFound' });
	},
	delete: async (node) => {
		await node.one('user.delete', { userId: 'cust-43' });
		expect(await node.failure('user.exportByIds', { userId: 'cust-43' })).toMatchObject({ class: 'notFound' });
	},
	renameExternalId: async (node) => {
		await node.one('user.renameExternalId', { externalId: 'cust-42', newExternalId: 'ada-1' });
		expect(await node.one('user.exportByIds', { userId: 'ada-1' })).toMatchObject({ external_id: 'ada-1', first_name: 'Ada' });
	},
	removeExternalId: async (node) => {
		await node.one('user.renameExternalId', { externalId: 'cust-42', newExternalId: 'ada-1' });
		expect(await node.one('user.exportByIds', { userId: 'cust-42' })).toMatchObject({ external_id: 'ada-1' });
		const { good, bad, places } = await node.run('user.removeExternalId', { externalId: '={{ $json.id }}' }, [{ id: 'cust-42' }, { id: 'cust-46' }]);
		expect(good).toEqual([{ externalId: 'cust-42', removed: true }]);
		expect({ places: places.bad, bad: bad.length }).toEqual({ places: [1], bad: 1 });
		expect(await node.failure('user.exportByIds', { userId: 'cust-42' })).toMatchObject({ class: 'notFound' });
	},
	exportByIds: async (node) => {
		expect(await node.one('user.exportByIds', { identifyBy: 'phone', userId: '+12025550147', fieldsToExport: 'external_id' })).toMatchObject({ external_id: 'cust-47' });
		const { places } = await node.run('user.exportByIds', { userId: '={{ $json.id }}' }, [{ id: 'cust-42' }, { id: 'nobody' }, { id: 'cust-47' }]);
		expect(places).toEqual({ good: [0, 2], bad: [1] });
	},
	exportBySegment: async (node, sandbox) => {
		const started = await node.one('user.exportBySegment', { segment: byId('segment-oslo'), fieldsToExport: 'external_id' });
		expect(await idsIn(sandbox, started)).toEqual(['guest-09', 'guest-10', 'guest-11', 'guest-12']);
	},
	exportControlGroup: async (node, sandbox) => {
		// One random bucket in twenty; these two of the seeded people are in one.
		expect(await idsIn(sandbox, await node.one('user.exportControlGroup', { fieldsToExport: 'external_id' }))).toEqual(['cust-43', 'guest-02']);
	},
};

/** Who is in the export's file, which is there once it is ready: a ZIP of one file with an object a line. */
async function idsIn(sandbox: BrazeSandbox, { url }: IDataObject): Promise<string[]> {
	expect((await fetch(String(url))).status).toBe(404);
	await age(sandbox, 61);
	const zip = Buffer.from(await (await fetch(String(url))).arrayBuffer());
	const begin = 30 + zip.readUInt16LE(26) + zip.readUInt16LE(28);
	const lines = inflateRawSync(zip.subarray(begin, begin + zip.readUInt32LE(18))).toString('utf8').trim().split('\n');
	return lines.map((line) => z.object({ external_id: z.string() }).parse(JSON.parse(line)).external_id).sort();
}

const CONSENT = { subscriptionGroupId: GROUP };

export const subscriptionGroup: BrazeDrives = {
	getStatus: async (node) => {
		const good = await node.all('subscriptionGroup.getStatus', { ...CONSENT, userId: '={{ $json.id }}' }, [{ id: 'cust-42' }, { id: 'cust-47' }]);
		expect(good.map(({ status }) => status)).toEqual(['Subscribed', 'Unsubscribed']);
	},
	getUserGroups: async (node) => {
		expect(JSON.stringify(await node.one('subscriptionGroup.getUserGroups', { userId: 'cust-42' }))).toMatch(new RegExp(`${GROUP}.*Subscribed`));
	},
	setStatus: async (node, sandbox) => {
		await node.one('subscriptionGroup.setStatus', { ...CONSENT, userId: 'cust-42', subscriptionState: 'unsubscribed' });
		expect((await sandbox.truth('cust-42')).sms).toBe('unsubscribed');
	},
	setStatusV2: async (node, sandbox) => {
		await node.one('subscriptionGroup.setStatusV2', { ...CONSENT, identifyBy: 'phone', userId: '+12025550147', subscriptionState: 'subscribed' });
		expect((await sandbox.truth('cust-47')).sms).toBe('subscribed');
	},
};
