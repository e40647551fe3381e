import { z } from 'zod';
import type { BrazeSandbox } from '../../../../sandbox/braze/harness';
import { API_CAMPAIGN, APP, inboxOf, inSeconds, sent } from '../../../../sandbox/braze/messaging';
import { byId, type Driver } from '../../../../support/drives';
import { assignments } from '../../braze';
import { age, type BrazeDrives } from '../braze';

const EMAIL = { channels: ['email'], appId: APP, emailFrom: 'Acme <hello@acme.example>', emailSubject: 'News', emailBody: '<p>Hello {{${first_name}}}</p>' };
const SMS = { channels: ['sms'], appId: APP, smsSubscriptionGroupId: 'sms-group-support', smsBody: 'Hello' };
const LYON = { segment: byId('segment-lyon'), broadcast: true };

const channelsOf = async (sandbox: BrazeSandbox, id: string) => (await inboxOf(sandbox, id)).map(({ channel }) => channel);

const scheduled = async (node: Driver, userId = 'guest-01') =>
	z.object({ scheduleId: z.string() }).parse(await node.one('message.schedule', { ...EMAIL, userId, time: inSeconds(3600) })).scheduleId;

/** Every channel at once; `guest-01` has the iOS app, `guest-02` the Android one, `guest-06` the browser's. */
const ALL_CHANNELS = {
	...EMAIL,
	...SMS,
	channels: ['android_push', 'apple_push', 'content_card', 'email', 'kindle_push', 'sms', 'web_push', 'webhook', 'whats_app'],
	androidTitle: 'Hi', androidAlert: 'There',
	appleTitle: 'Hi', appleAlert: 'There',
	webTitle: 'Hi', webAlert: 'There',
	kindleTitle: 'Hi', kindleAlert: 'There',
	cardType: 'CLASSIC', cardTitle: 'Hi', cardDescription: 'There', cardTimeToLive: 3600,
	whatsAppSubscriptionGroupId: 'sms-group-support', whatsAppType: 'text_response_message', whatsAppBody: 'Hi',
	webhookUrl: 'http://127.0.0.1:9/hook', webhookMethod: 'POST', webhookBody: '{}',
};

export const message: BrazeDrives = {
	send: async (node, sandbox) => {
		const named = { ...EMAIL, campaign: byId(API_CAMPAIGN), emailVariation: byId('variation-email-default'), userId: '={{ $json.id }}' };
		expect(await node.all('message.send', named, [{ id: 'guest-01' }, { id: 'guest-02' }])).toHaveLength(2);
		expect(node.called).toHaveLength(1);
		await sent(sandbox, 2);
		expect(await inboxOf(sandbox, 'guest-01')).toMatchObject([{ channel: 'email', subject: 'News', text: 'Hello Lena', message_variation_id: 'variation-email-default' }]);

		await node.all('message.send', { ...ALL_CHANNELS, userId: '={{ $json.id }}' }, [{ id: 'guest-01' }, { id: 'guest-02' }, { id: 'guest-06' }]);
		await sandbox.event(({ kind, customer, summary }) => kind === 'sent' && customer === 'guest-06' && /web_push/.test(summary));
		expect(await channelsOf(sandbox, 'guest-01')).toEqual(expect.arrayContaining(['ios_push', 'content_cards', 'sms']));
		expect(await channelsOf(sandbox, 'guest-02')).toContain('android_push');
		expect(await channelsOf(sandbox, 'guest-06')).toContain('web_push');
	},
	sendBroadcast: async (node, sandbox) => {
		expect(await node.failure('message.sendBroadcast', { ...EMAIL, segment: byId('segment-lyon') })).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('segment-lyon') });
		await node.one('message.sendBroadcast', { ...EMAIL, ...LYON });
		await sent(sandbox, 4);
		expect([await channelsOf(sandbox, 'guest-05'), await channelsOf(sandbox, 'guest-01')]).toEqual([['email'], []]);
	},
	schedule: async (node, sandbox) => {
		await scheduled(node);
		expect(await channelsOf(sandbox, 'guest-01')).toEqual([]);
		await age(sandbox, 3601);
		await sent(sandbox, 1);
		expect(await channelsOf(sandbox, 'guest-01')).toEqual(['email']);
	},
	scheduleBroadcast: async (node, sandbox) => {
		await node.one('message.scheduleBroadcast', { ...EMAIL, ...LYON, time: inSeconds(3600) });
		await age(sandbox, 3601);
		await sent(sandbox, 4);
		expect(await channelsOf(sandbox, 'guest-05')).toEqual(['email']);
	},
	updateSchedule: async (node, sandbox) => {
		const scheduleId = await scheduled(node);
		await node.one('message.updateSchedule', { scheduleId, change: 'both', time: inSeconds(7200), ...EMAIL, emailSubject: 'Other news' });
		await age(sandbox, 3601);
		expect(await channelsOf(sandbox, 'guest-01')).toEqual([]);
		await age(sandbox, 3601);
		await sent(sandbox, 1);
		expect(await inboxOf(sandbox, 'guest-01')).toMatchObject([{ subject: 'Other news' }]);
	},
	deleteSchedule: async (node, sandbox) => {
		await scheduled(node, 'guest-02');
		await node.one('message.deleteSchedule', { scheduleId: await scheduled(node) });
		await age(sandbox, 3601);
		await sent(sandbox, 1);
		expect([await channelsOf(sandbox, 'guest-01'), await channelsOf(sandbox, 'guest-02')]).toEqual([[], ['email']]);
	},
	getScheduledBroadcasts: async (node) => {
		expect(await node.one('message.getScheduledBroadcasts', { endTime: inSeconds(60 * 86_400) })).toMatchObject({ name: 'Monthly news', type: 'Canvas' });
		expect(await node.all('message.getScheduledBroadcasts', { endTime: inSeconds(86_400) })).toEqual([]);
	},
};

const SCORE = { appId: APP, activityId: 'match-1', contentState: '{"score": "0:0"}' };
const START = { ...SCORE, activityAttributesType: 'MatchAttributes', activityAttributes: '{"home": "Acme"}', alertTitle: 'Kick-off', alertBody: 'It begins' };
/** Ours, of those that Braze holds. */
const activities = async (sandbox: BrazeSandbox) => {
	const { activities: all } = z.object({ activities: z.array(z.object({ activityId: z.string() }).passthrough()) }).parse((await sandbox.control('GET', '/braze/live-activities')).body);
	return all.filter(({ activityId }) => activityId === SCORE.activityId);
};

export const liveActivity: BrazeDrives = {
	start: async (node, sandbox) => {
		await node.all('liveActivity.start', { ...START, userId: '={{ $json.id }}' }, [{ id: 'guest-01' }, { id: 'guest-02' }]);
		expect(await activities(sandbox)).toMatchObject([{ activityId: 'match-1', startedFor: ['guest-01', 'guest-02'], contentState: { score: '0:0' } }]);
	},
	startBroadcast: async (node, sandbox) => {
		await node.one('liveActivity.startBroadcast', { ...START, ...LYON });
		expect(await activities(sandbox)).toMatchObject([{ startedFor: ['guest-05', 'guest-06', 'guest-07', 'guest-08'] }]);
	},
	update: async (node, sandbox) => {
		await node.one('liveActivity.start', { ...START, userId: 'guest-01' });
		await node.one('liveActivity.update', { ...SCORE, contentState: '{"score": "1:0"}', more: { endActivity: true } });
		expect(await activities(sandbox)).toMatchObject([{ contentState: { score: '1:0' }, ended: true }]);
	},
};

export const transactionalEmail: BrazeDrives = {
	send: async (node, sandbox) => {
		const order = { campaignId: 'transactional-order', externalSendId: 'order-7', userId: 'cust-42', triggerProperties: assignments({ order: ['string', '7'] }) };
		const { dispatch_id: dispatchId } = await node.one('transactionalEmail.send', order);
		// The same key again sends nothing.
		expect(await node.one('transactionalEmail.send', order)).toMatchObject({ dispatch_id: dispatchId });
		await node.one('transactionalEmail.send', { ...order, externalSendId: 'order-8' });
		await sent(sandbox, 2);
		expect((await inboxOf(sandbox, 'cust-42')).map(({ subject }) => subject)).toEqual(['Order 7', 'Order 7']);
		expect(await node.failure('transactionalEmail.send', { ...order, campaignId: 'transactional-paused' })).toMatchObject({ message: expect.stringContaining('paused') });
	},
};
