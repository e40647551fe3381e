import { z } from 'zod';
import type { BrazeSandbox } from '../../../../sandbox/braze/harness';
import { inboxOf, inSeconds, sent } from '../../../../sandbox/braze/messaging';
import { byId, type Driver } from '../../../../support/drives';
import { assignments } from '../../braze';
import { age, type BrazeDrives } from '../braze';

const WELCOME = { canvas: byId('canvas-welcome') };
const context = assignments({ restaurant: ['string', 'Lyon'] });
const LYON = { audienceBy: 'json', audienceJson: '{"AND": [{"custom_attribute": {"custom_attribute_name": "franchise", "comparison": "equals", "value": "lyon"}}]}' };

const subjects = async (sandbox: BrazeSandbox, id: string) => (await inboxOf(sandbox, id)).map(({ subject }) => subject);

const scheduled = async (node: Driver, userId = 'guest-01') =>
	z.object({ scheduleId: z.string() }).parse(await node.one('canvas.scheduleTriggered', { ...WELCOME, userId, time: inSeconds(3600), context })).scheduleId;

export const canvas: BrazeDrives = {
	triggerSend: async (node, sandbox) => {
		await node.one('canvas.triggerSend', { ...WELCOME, userId: 'guest-01', context });
		await sent(sandbox, 1);
		expect(await subjects(sandbox, 'guest-01')).toEqual(['Welcome to Lyon']);
		expect(await node.failure('canvas.triggerSend', { canvas: byId('canvas-win-back'), userId: 'guest-01' })).toMatchObject({ class: 'policy' });
	},
	triggerBroadcast: async (node, sandbox) => {
		await node.one('canvas.triggerBroadcast', { ...WELCOME, broadcast: true, ...LYON, context });
		await sent(sandbox, 1);
		expect(await subjects(sandbox, 'guest-01')).toEqual([]);
		expect(node.called).toEqual(['POST /canvas/trigger/send']);
		expect(JSON.stringify(await node.one('canvas.getDataSummary', { ...WELCOME, length: 2 }))).toMatch(/"entries":4/);
	},
	scheduleTriggered: async (node, sandbox) => {
		await scheduled(node);
		expect(await subjects(sandbox, 'guest-01')).toEqual([]);
		await age(sandbox, 3601);
		await sent(sandbox, 1);
		expect(await subjects(sandbox, 'guest-01')).toEqual(['Welcome to Lyon']);
	},
	scheduleTriggeredBroadcast: async (node, sandbox) => {
		await node.one('canvas.scheduleTriggeredBroadcast', { ...WELCOME, broadcast: true, ...LYON, time: inSeconds(3600), context });
		await age(sandbox, 3601);
		await sent(sandbox, 1);
		expect(JSON.stringify(await node.one('canvas.getDataSummary', { ...WELCOME, length: 2 }))).toMatch(/"entries":4/);
	},
	updateSchedule: async (node, sandbox) => {
		const scheduleId = await scheduled(node);
		await node.one('canvas.updateSchedule', { ...WELCOME, scheduleId, time: inSeconds(7200) });
		await age(sandbox, 3601);
		expect(await subjects(sandbox, 'guest-01')).toEqual([]);
		await age(sandbox, 3601);
		await sent(sandbox, 1);
	},
	deleteSchedule: async (node, sandbox) => {
		await scheduled(node, 'guest-02');
		await node.one('canvas.deleteSchedule', { ...WELCOME, scheduleId: await scheduled(node) });
		await age(sandbox, 3601);
		await sent(sandbox, 1);
		expect([await subjects(sandbox, 'guest-01'), await subjects(sandbox, 'guest-02')]).toEqual([[], ['Welcome to Lyon']]);
	},
	getMany: async (node) => {
		expect((await node.all('canvas.getMany', { returnAll: true })).map(({ id }) => id)).toContain('canvas-welcome');
	},
	get: async (node) => {
		expect(await node.one('canvas.get', WELCOME)).toMatchObject({ id: 'canvas-welcome', name: 'Welcome to a franchise' });
	},
	getDataSeries: async (node, sandbox) => {
		await node.one('canvas.triggerSend', { ...WELCOME, userId: 'guest-01', context });
		await sent(sandbox, 1);
		expect(JSON.stringify(await node.all('canvas.getDataSeries', { ...WELCOME, length: 2 }))).toMatch(/"entries":1/);
	},
	getDataSummary: async (node, sandbox) => {
		await node.one('canvas.triggerSend', { ...WELCOME, userId: 'guest-01', context });
		await sent(sandbox, 1);
		const summary = await node.one('canvas.getDataSummary', { ...WELCOME, length: 2, more: { variantBreakdown: true, stepBreakdown: true } });
		expect(JSON.stringify(summary)).toMatch(/"entries":1/);
		expect(JSON.stringify(summary)).toContain('canvas-welcome-step');
	},
	getLinkAliases: async (node) => {
		const aliases = await node.one('canvas.getLinkAliases', { stepId: 'canvas-welcome-step', messageVariation: 'canvas-welcome-message' });
		expect(aliases).toMatchObject({ channel: 'email', link_data: [{ link_URL: expect.stringMatching(/^https:\/\/acme\.example\/menu\?lid=/) }] });
	},
	duplicate: async (node) => {
		await node.one('canvas.duplicate', { ...WELCOME, name: 'Welcome 2' });
		expect((await node.all('canvas.getMany', { returnAll: true })).map(({ name }) => name)).toContain('Welcome 2');
	},
};
