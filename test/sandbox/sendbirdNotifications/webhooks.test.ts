import { createHmac } from 'node:crypto';
import { ADA, BRAZE, JOERG, MASTER, NOTIFICATIONS, startReceiver, startSendbird, type Receiver, type Sendbird } from '../sendbird/harness';

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

const listen = async (more: object = {}) => await sendbird.sendbird('POST', '/notification-webhook', { enabled: true, url: hook.url, events: ['notification:send_realtime', 'notification:send_batch'], ...more });
const send = async (targets: string[], mode: string) => await sendbird.notify('POST', '/v1/notifications', { template: { key: 'welcome', variables: { [ADA]: { a: '1' } } }, targets, mode });
const signed = (token: string, text: string) => createHmac('sha256', token).update(text).digest('hex');

it('tells that a send was asked for, signed with the notifications token', async () => {
	await send([ADA], 'realtime');
	const [{ headers, text, body }] = await hook.until(1);
	expect(headers['x-sendbird-signature']).toBe(signed(NOTIFICATIONS, text));
	expect(body).toMatchObject({ category: 'notification:send_realtime', app_id: expect.any(String), template: { key: 'welcome' }, targets: [ADA] });
	expect(text).not.toContain('variables');
});

it('may be signed with the master token, and carry variables', async () => {
	await listen({ signingToken: 'master', includeVariables: true });
	await send([ADA, JOERG], 'batch');
	const [{ headers, text, body }] = await hook.until(1);
	expect(headers['x-sendbird-signature']).toBe(signed(MASTER, text));
	expect(body).toMatchObject({ category: 'notification:send_batch', template: { variables: { [ADA]: { a: '1' } } } });
});

it('comes for chosen events only, of relay sends too, and never for a refused one', async () => {
	await listen({ events: ['notification:send_batch'] });
	await send([ADA], 'realtime');
	await send(['nobody'], 'realtime');
	await sendbird.notify('POST', '/braze/notifications/multi', { template_key: 'welcome', receiver: ADA }, BRAZE);
	expect((await hook.until(1)).map(({ body }) => body.category)).toEqual(['notification:send_batch']);
});

it('is no receipt: reading tells nothing', async () => {
	await send([ADA], 'realtime');
	await hook.until(1);
	await sendbird.reads(ADA);
	expect(hook.taken).toHaveLength(1);
});

it('comes three times where it is not answered', async () => {
	hook.answers.push(500, 500, 500);
	await send([ADA], 'realtime');
	await sendbird.note('is given up');
	expect(hook.taken).toHaveLength(3);
});

it('shares the application with the chat host: a user made there can be sent to here', async () => {
	await sendbird.chat('POST', '/users', { user_id: 'fresh', nickname: 'Fresh', profile_url: '' });
	expect((await send(['fresh'], 'realtime')).status).toBe(200);
	expect(await sendbird.inbox('fresh')).toHaveLength(1);
});
