import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { closedNetwork, RESET } from '../../support/network';
import { CONTINUE, notifications, recorder, runSendbird, sendbirdError } from './sendbird';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

interface Batch {
	template: { key: string; variables?: Record<string, object> };
	targets: string[];
	mode: string;
	push_template?: object;
}

const SEND: INodeParameters = { resource: 'notification', operation: 'sendBatch', templateKey: { __rl: true, mode: 'id', value: '={{ $json.template ?? "sale" }}' }, userId: '={{ $json.id }}', variablesFrom: 'json', variablesJson: '={{ $json.vars ?? {} }}' };
const users = (count: number): IDataObject[] => Array.from({ length: count }, (_, index) => ({ id: `u${index}`, vars: { n: index } }));
const send = async (items: IDataObject[], parameters: INodeParameters = {}, credential: IDataObject = {}) => await runSendbird({ ...SEND, ...parameters }, items, { settings: CONTINUE, credential });

it('many items are one call: one list of targets, one map of variables by user, each item paired with its outcome', async () => {
	notifications()
		.post('/v1/notifications', { template: { key: 'sale', variables: { u0: { n: 0 }, u2: { n: 2 } } }, targets: ['u0', 'u1', 'u2'], mode: 'batch' })
		.reply(200, { notification_id: 'n1', targets: ['u0', 'u1', 'u2'] });
	const { main } = await send([{ id: 'u0', vars: { n: 0 } }, { id: 'u1' }, { id: 'u2', vars: { n: 2 } }]);
	expect(main[0].map(({ json, pairedItem }) => [json, pairedItem])).toEqual(
		['u0', 'u1', 'u2'].map((userId, item) => [{ userId, templateKey: 'sale', status: 'QUEUED', targets: 3, answer: { notification_id: 'n1' } }, { item }]),
	);
});

it('10,000 a call, and the rest in another', async () => {
	const { bodies, keep } = recorder<Batch>();
	notifications().post('/v1/notifications', (body) => keep(body)).twice().reply(200, {});
	const { main } = await send(users(10_003), { templateKey: 'sale', variablesJson: '={{ $json.vars }}' });
	expect(bodies.map(({ targets }) => targets.length)).toEqual([10_000, 3]);
	expect(Object.keys(bodies[0].template.variables ?? {})).toHaveLength(10_000);
	expect(main[0].map(({ json }) => json.userId)).toEqual(users(10_003).map(({ id }) => id));
});

it('another template or push text is another call', async () => {
	const { bodies, keep } = recorder<Batch>();
	notifications().post('/v1/notifications', (body) => keep(body)).times(3).reply(200, {});
	await send([{ id: 'a' }, { id: 'b', template: 'news' }, { id: 'c' }, { id: 'd', title: 'Hello' }], { more: { pushTitle: '={{ $json.title }}' } });
	expect(bodies.map(({ template, targets, push_template: push }) => [template.key, targets, push])).toEqual([['sale', ['a', 'c'], undefined], ['news', ['b'], undefined], ['sale', ['d'], { title: 'Hello' }]]);
});

it('a user twice is two calls, in order: the map would keep one of his variables only', async () => {
	const { bodies, keep } = recorder<Batch>();
	notifications().post('/v1/notifications', (body) => keep(body)).twice().reply(200, {});
	await send([{ id: 'a', vars: { n: 1 } }, { id: 'b', vars: { n: 2 } }, { id: 'a', vars: { n: 3 } }]);
	expect(bodies.map(({ template }) => template.variables)).toEqual([{ a: { n: 1 }, b: { n: 2 } }, { a: { n: 3 } }]);
});

it('a smaller batch size is kept; the oldest words depend on the number', async () => {
	const { bodies, keep } = recorder<Batch>();
	notifications().post('/v1/notifications', (body) => keep(body)).twice().reply(200, {});
	await send(users(15), { more: { batchSize: 10 } }, { modeWords: 'singleMulti' });
	expect(bodies.map(({ mode, targets }) => [mode, targets.length])).toEqual([['multi', 10], ['auto', 5]]);
});

it('an item without user or with bad JSON is refused by itself; the others go out', async () => {
	notifications().post('/v1/notifications', (body) => body.targets.length === 2).reply(200, {});
	const { main } = await send([{ id: 'a' }, { id: '' }, { id: 'c', vars: '{"a":' }, { id: 'd' }]);
	expect(main[0].map(({ json }) => json.userId)).toEqual(['a', 'd']);
	expect(main[1].map(({ json, pairedItem }) => [Object(json.error).message, pairedItem])).toEqual([['User ID: is missing', { item: 1 }], ['Variables as JSON: must be valid JSON', { item: 2 }]]);
});

describe('users that Sendbird does not know', () => {
	it('a refused call that names them fails them alone; the others go out in a call of their own', async () => {
		const bad = ['u3', 'u77', 'u98'];
		notifications().post('/v1/notifications', (body) => body.targets.length === 100).reply(400, sendbirdError(400301, `User "${bad.join('", "')}" not found.`));
		notifications().post('/v1/notifications', (body) => body.targets.length === 97 && body.template.variables.u3 === undefined && !body.targets.includes('u98')).reply(200, {});
		const { main } = await send(users(100));
		expect(main[0]).toHaveLength(97);
		expect(main[0][0].json).toMatchObject({ targets: 97 });
		expect(main[1].map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([['u3', { item: 3 }], ['u77', { item: 77 }], ['u98', { item: 98 }]]);
		expect(main[1][0].json.error).toMatchObject({ class: 'notFound', code: '400301' });
	});

	it('one named at a time, call by call', async () => {
		notifications().post('/v1/notifications', (body) => body.targets.length === 3).reply(400, sendbirdError(400301, 'User [u0] not found.'));
		notifications().post('/v1/notifications', (body) => body.targets.length === 2).reply(400, sendbirdError(400300, 'User "u1" is deactivated.'));
		notifications().post('/v1/notifications', (body) => body.targets.join() === 'u2').reply(200, {});
		const { main } = await send(users(3));
		expect(main[0].map(({ json }) => json.userId)).toEqual(['u2']);
		expect(main[1].map(({ json }) => Object(json.error).class)).toEqual(['notFound', 'recipientGone']);
	});

	it('a refused call that names nobody fails all of its items, and of no other call', async () => {
		notifications().post('/v1/notifications', (body) => body.targets.length === 2).reply(400, sendbirdError(400301, 'User not found.'));
		notifications().post('/v1/notifications', (body) => body.targets.length === 1).reply(200, {});
		const { main } = await send(users(3), { more: { batchSize: 2 } });
		expect(main[0].map(({ json }) => json.userId)).toEqual(['u2']);
		expect(main[1]).toHaveLength(2);
	});

	it('a bare list at the end is believed where each part of it is a target', async () => {
		notifications().post('/v1/notifications').reply(400, sendbirdError(400301, 'No such users: u0, u2.'));
		notifications().post('/v1/notifications', (body) => body.targets.join() === 'u1').reply(200, {});
		expect((await send(users(3))).main.map((items) => items.length)).toEqual([1, 2]);
		notifications().post('/v1/notifications').reply(400, sendbirdError(400301, 'No such users: u0, and others.'));
		expect((await send(users(3))).main.map((items) => items.length)).toEqual([0, 3]);
	});

	it('a call that failed in part (207100) is never sent again: those it names failed, the others have it', async () => {
		notifications().post('/v1/notifications').reply(207, sendbirdError(207100, 'Part of the request failed, no such users: u1.'));
		const { main } = await send(users(3), {}, { modeWords: 'singleMulti' });
		expect(main[0].map(({ json }) => json.userId)).toEqual(['u0', 'u2']);
		expect(main[1][0].json).toMatchObject({ id: 'u1', error: { class: 'notFound', status: 207 } });
	});

	it('and where it names nobody, all are unknown', async () => {
		notifications().post('/v1/notifications').reply(207, sendbirdError(207100, 'Part of the request failed.'));
		const { main } = await send(users(3));
		expect(main[1].map(({ json }) => Object(json.error).class)).toEqual(['unknownOutcome', 'unknownOutcome', 'unknownOutcome']);
	});

	it('a user whose id is a word of the message is not blamed', async () => {
		notifications().post('/v1/notifications').reply(400, sendbirdError(400301, 'User not found.'));
		const { main } = await send([{ id: 'not' }, { id: 'b' }]);
		expect(main[1]).toHaveLength(2);
	});

	it.each([
		['ids', { failed_targets: ['u1'] }],
		['objects', { errors: [{ user_id: 'u1', code: 400301, message: 'User not found.' }] }],
	])('an accepted call that lists them as %s fails them alone', async (_, answer) => {
		notifications().post('/v1/notifications').reply(200, { notification_id: 'n1', ...answer });
		const { main } = await send(users(3));
		expect(main[0].map(({ json }) => [json.userId, json.targets])).toEqual([['u0', 2], ['u2', 2]]);
		expect(main[1][0].json).toMatchObject({ id: 'u1', error: { class: 'notFound', message: expect.stringContaining('u1 was not notified') } });
	});

	it('a list of strangers blames nobody', async () => {
		notifications().post('/v1/notifications').reply(200, { failed_targets: ['somebody-else'], errors: 'none' });
		expect((await send(users(2))).main[0]).toHaveLength(2);
	});
});

describe('other failures', () => {
	it('a template that is missing fails the whole call, and nothing goes out again', async () => {
		notifications().post('/v1/notifications').reply(400, sendbirdError(400201, 'Template "sale" not found.'));
		const { main } = await send(users(2));
		expect(main[1].map(({ json }) => Object(json.error).class)).toEqual(['notFound', 'notFound']);
	});

	it('a lost answer is unknown for every item, and nothing is sent again', async () => {
		notifications().post('/v1/notifications').replyWithError(RESET);
		const { main } = await send(users(3));
		expect(main[1].map(({ json }) => Object(json.error).class)).toEqual(['unknownOutcome', 'unknownOutcome', 'unknownOutcome']);
	});
});
