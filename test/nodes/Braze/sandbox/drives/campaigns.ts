import { z } from 'zod';
import { API_CAMPAIGN, inSeconds, sent } from '../../../../sandbox/braze/messaging';
import type { BrazeSandbox } from '../../../../sandbox/braze/harness';
import { byId, type Driver } from '../../../../support/drives';
import { assignments } from '../../braze';
import { age, attributesOf, total, type BrazeDrives } from '../braze';

const REPLY = byId('campaign-agent-reply');
const LOCAL = byId(API_CAMPAIGN);
const says = (text: string) => ({ triggerProperties: assignments({ msg_body: ['string', text] }) });
/** Guests of one franchise, as a connected audience. */
const LYON = { audienceBy: 'filters', audienceFilters: { rows: [{ kind: 'custom_attribute', name: 'franchise', comparison: 'equals', value: 'lyon', valueType: 'text' }] } };

/** What arrived on a phone. */
const received = async (sandbox: BrazeSandbox, id: string): Promise<string[]> => (await sandbox.phone(id)).map(({ text }) => text.split('\n')[0]);

const scheduled = async (node: Driver, userId = 'cust-42') =>
	z.object({ scheduleId: z.string() }).parse(await node.one('campaign.scheduleTriggered', { campaign: REPLY, userId, time: inSeconds(3600), ...says('Later') })).scheduleId;

export const campaign: BrazeDrives = {
	sendOnce: async (node, sandbox) => {
		const once = { campaign: REPLY, userId: 'cust-42', messageId: 'comment-1', ...says('Once'), more: { subscriptionGroupId: 'sms-group-support' } };
		expect(await node.one('campaign.sendOnce', once)).toMatchObject({ action: 'sent' });
		expect(await node.one('campaign.sendOnce', once)).toMatchObject({ action: 'duplicate' });
		await sent(sandbox, 1);
		expect(await received(sandbox, 'cust-42')).toEqual(['Once']);
		expect(await attributesOf(sandbox, 'cust-42')).toMatchObject({ zendesk_delivered: ['comment-1'] });
		expect(await node.failure('campaign.sendOnce', { ...once, userId: 'cust-47' })).toMatchObject({ class: 'optedOut' });
	},
	triggerSend: async (node, sandbox) => {
		const good = await node.all('campaign.triggerSend', { campaign: REPLY, userId: '={{ $json.id }}', ...says('Hello {{ $json.id }}') }, [{ id: 'cust-42' }, { id: 'cust-43' }]);
		expect(good.map(({ userId }) => userId)).toEqual(['cust-42', 'cust-43']);
		await sent(sandbox, 2);
		expect(node.called).toHaveLength(1);
		expect(await received(sandbox, 'cust-43')).toHaveLength(1);
	},
	triggerBroadcast: async (node, sandbox) => {
		expect(await node.failure('campaign.triggerBroadcast', { campaign: REPLY, ...LYON, ...says('All') })).toMatchObject({ class: 'invalidInput' });
		expect(await node.one('campaign.triggerBroadcast', { campaign: REPLY, broadcast: true, ...LYON, ...says('All') })).toMatchObject({ accepted: true, sendId: expect.any(String) });
		await sent(sandbox, 2);
		expect(await received(sandbox, 'guest-05')).toEqual(['All']);
		expect(await received(sandbox, 'guest-01')).toEqual([]);
	},
	scheduleTriggered: async (node, sandbox) => {
		await scheduled(node);
		expect(await received(sandbox, 'cust-42')).toEqual([]);
		await age(sandbox, 3601);
		await sent(sandbox, 1);
		expect(await received(sandbox, 'cust-42')).toEqual(['Later']);
	},
	scheduleTriggeredBroadcast: async (node, sandbox) => {
		await node.one('campaign.scheduleTriggeredBroadcast', { campaign: REPLY, broadcast: true, ...LYON, time: inSeconds(3600), ...says('All, later') });
		await age(sandbox, 3601);
		await sent(sandbox, 2);
		expect(await received(sandbox, 'guest-07')).toEqual(['All, later']);
	},
	updateSchedule: async (node, sandbox) => {
		const scheduleId = await scheduled(node);
		await node.one('campaign.updateSchedule', { campaign: REPLY, scheduleId, time: inSeconds(7200) });
		await age(sandbox, 3601);
		expect(await received(sandbox, 'cust-42')).toEqual([]);
		await age(sandbox, 3601);
		await sent(sandbox, 1);
	},
	deleteSchedule: async (node, sandbox) => {
		const kept = await scheduled(node, 'cust-43');
		const scheduleId = await scheduled(node);
		expect(kept).not.toBe(scheduleId);
		expect(await node.one('campaign.deleteSchedule', { campaign: REPLY, scheduleId })).toEqual({ deleted: true, campaignId: 'campaign-agent-reply', scheduleId });
		await age(sandbox, 3601);
		await sent(sandbox, 1);
		expect([await received(sandbox, 'cust-42'), await received(sandbox, 'cust-43')]).toEqual([[], ['Later']]);
	},
	getMany: async (node) => {
		const all = await node.all('campaign.getMany', { returnAll: true });
		expect(all).toContainEqual(expect.objectContaining({ id: API_CAMPAIGN, is_api_campaign: true }));
		expect(await node.all('campaign.getMany', { returnAll: false, limit: 2 })).toHaveLength(2);
	},
	get: async (node) => {
		expect(Object.keys(Object((await node.one('campaign.get', { campaign: LOCAL })).messages))).toContain('variation-email-berlin');
		expect(await node.failure('campaign.get', { campaign: byId('none') })).toMatchObject({ class: expect.stringMatching(/invalidInput|notFound/) });
	},
	getDataSeries: async (node, sandbox) => {
		await node.one('campaign.triggerSend', { campaign: REPLY, userId: 'cust-42', ...says('Counted') });
		await sent(sandbox, 1);
		expect(JSON.stringify(await node.all('campaign.getDataSeries', { campaign: REPLY, length: 2 }))).toMatch(/"sent":1/);
	},
	getLinkAliases: async (node) => {
		expect(await node.one('campaign.getLinkAliases', { campaign: LOCAL, messageVariation: byId('variation-email-lyon') })).toMatchObject({ channel: 'email', name: 'Email Lyon' });
	},
	duplicate: async (node) => {
		await node.one('campaign.duplicate', { campaign: LOCAL, name: 'Local marketing 2', more: { description: 'A copy' } });
		expect((await node.all('campaign.getMany', { returnAll: true })).map(({ name }) => name)).toContain('Local marketing 2');
	},
};

export const send: BrazeDrives = {
	createId: async (node) => {
		expect(await node.one('send.createId', { campaign: LOCAL, sendId: 'run-1' })).toEqual({ sendId: 'run-1', campaignId: API_CAMPAIGN, leftToday: 99 });
		expect(await node.one('send.createId', { campaign: LOCAL })).toMatchObject({ sendId: expect.any(String), leftToday: 98 });
	},
	getDataSeries: async (node, sandbox) => {
		await node.one('send.createId', { campaign: REPLY, sendId: 'run-1' });
		await node.all('campaign.triggerSend', { campaign: REPLY, userId: '={{ $json.id }}', ...says('Counted'), more: { sendId: 'run-1' } }, [{ id: 'cust-42' }, { id: 'cust-43' }]);
		await sent(sandbox, 2);
		const points = await node.all('send.getDataSeries', { campaign: REPLY, sendId: 'run-1', length: 2 });
		expect(total(points, 'unique_recipients')).toBe(2);
	},
};
