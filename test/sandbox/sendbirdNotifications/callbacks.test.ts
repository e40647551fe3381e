import { brazeVendor } from '../../../sandbox/braze';
import { serve } from '../../../sandbox/core/serve';
import { sendbirdVendor } from '../../../sandbox/sendbird';
import { sendbirdNotificationsVendor } from '../../../sandbox/sendbirdNotifications';
import { RULES } from '../../../sandbox/sendbirdNotifications/rules';
import { ADA, BRAZE, CLEVERTAP, JOERG, startReceiver, startSendbird, type Receiver, type Sendbird } from '../sendbird/harness';

let sendbird: Sendbird;
let endpoint: Receiver;
beforeAll(async () => {
	sendbird = await startSendbird({ waitFactor: 0.001 });
});
beforeEach(async () => {
	await sendbird.reset();
	endpoint = await startReceiver();
	await sendbird.integrate('braze', { endpoint: `${endpoint.url}/`, key: 'braze-rest-key' });
	await sendbird.integrate('clevertap', { endpoint: endpoint.url, projectId: 'PRJ-1', key: 'passcode', callback: true });
});
afterEach(async () => await endpoint.close());
afterAll(async () => await sendbird.close());

const relay = async (esp: 'braze' | 'clevertap', more: object = {}) =>
	await sendbird.notify('POST', `/${esp}/notifications/single`, { template_key: 'welcome', receiver: ADA, event_name: 'Sendbird status', ...more }, esp === 'braze' ? BRAZE : CLEVERTAP);

interface BrazeEvents {
	events: Array<{ external_id?: string; name: string; time: string; properties: { status: string } }>;
}

const brazeEvents = () => endpoint.taken.flatMap(({ text }) => (JSON.parse(text) as BrazeEvents).events);
const statuses = () => brazeEvents().map(({ properties }) => properties.status);
const settled = async (count: number) => {
	await sendbird.event(() => sendbird.events().filter(({ kind, response }) => kind === 'delivery' && response !== undefined).length >= count);
	return await sendbird.callbacks();
};

describe('to Braze', () => {
	it('SENT when it was sent, READ when it was opened', async () => {
		await relay('braze', { external_id: 'braze-42' });
		const [sent] = await endpoint.until(1);
		expect(sent.path).toBe('/users/track');
		expect(sent.headers.authorization).toBe('Bearer braze-rest-key');
		expect(sent.body).toEqual({ events: [{ external_id: 'braze-42', name: 'Sendbird status', time: expect.stringMatching(/^\d{4}-.*Z$/), properties: { status: 'SENT' } }] });
		await sendbird.reads(ADA);
		await endpoint.until(2);
		expect(statuses()).toEqual(['SENT', 'READ']);
		expect((await settled(2)).map(({ status, identity, outcome }) => [status, identity, outcome])).toEqual([['SENT', 'braze-42', 'delivered'], ['READ', 'braze-42', 'delivered']]);
	});

	it('reaches the pretended Braze, where the event counts', async () => {
		const both = await serve([brazeVendor, sendbirdVendor, sendbirdNotificationsVendor], { waitFactor: 0.001 });
		await fetch(`${both.ready.control}/sendbird/integrations/braze`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ endpoint: both.ready.vendors.braze, key: 'sandbox-braze-key' }) });
		await fetch(`${both.ready.vendors['sendbird-notifications']}/braze/notifications/single`, { method: 'POST', headers: { 'api-token': BRAZE, 'content-type': 'application/json' }, body: JSON.stringify({ template_key: 'welcome', receiver: ADA, event_name: 'Sendbird status' }) });
		const answer = await new Promise<number>((resolve) => {
			const known = both.world.events.after(0).events.find(({ kind }) => kind === 'delivery');
			if (known?.response) return resolve(known.response.status);
			const stop = both.world.events.subscribe(({ kind, response }) => {
				if (kind !== 'delivery' || response === undefined) return;
				stop();
				resolve(response.status);
			});
		});
		await both.close();
		expect(answer).toBe(201);
	});
});

describe('to CleverTap', () => {
	it('an upload with evtName, status and target_id', async () => {
		await relay('clevertap', { identity: 'ct-42', target_id: 123123 });
		const [{ path, headers, body }] = await endpoint.until(1);
		expect(path).toBe('/1/upload');
		expect([headers['x-clevertap-account-id'], headers['x-clevertap-passcode']]).toEqual(['PRJ-1', 'passcode']);
		expect(body).toEqual({ d: [{ type: 'event', identity: 'ct-42', ts: expect.any(Number), evtName: 'Sendbird status', evtData: { status: 'SENT', target_id: 123123 } }] });
	});

	it('is off until Event callback is on', async () => {
		await sendbird.integrate('clevertap', { callback: false });
		await relay('clevertap');
		await sendbird.reads(ADA);
		expect((await sendbird.callbacks()).map(({ status, outcome }) => [status, outcome])).toEqual([['SENT', 'off'], ['READ', 'off']]);
		expect((await sendbird.note('Event callback is off')).rule).toEqual(RULES.callbackSwitch);
		expect(endpoint.taken).toEqual([]);
	});

	it('an answer that says fail is told and counts as delivered', async () => {
		endpoint.answerBody = '{"status":"fail","error":"x"}';
		await relay('clevertap');
		expect((await sendbird.note('did not take all')).rule).toEqual(RULES.callbackUnprocessed);
		expect(await sendbird.callbacks()).toMatchObject([{ outcome: 'delivered' }]);
	});
});

describe('hard days', () => {
	it('READ comes before SENT', async () => {
		await sendbird.integrate('braze', { readBeforeSent: true });
		await relay('braze');
		expect(await sendbird.callbacks()).toMatchObject([{ status: 'SENT', outcome: 'held' }]);
		await sendbird.age(7200);
		await sendbird.reads(ADA);
		await endpoint.until(2);
		expect(statuses()).toEqual(['READ', 'SENT']);
		const [read, sent] = brazeEvents();
		expect(Date.parse(read.time) - Date.parse(sent.time)).toBeGreaterThanOrEqual(7_200_000);
	});

	it('the same callback comes ten times', async () => {
		await sendbird.integrate('braze', { repeat: 10 });
		await relay('braze');
		await endpoint.until(10);
		expect(new Set(endpoint.taken.map(({ text }) => text)).size).toBe(1);
		expect(await settled(10)).toMatchObject([{ status: 'SENT', outcome: 'delivered' }]);
	});

	it('a callback for a user without a mapping', async () => {
		expect((await sendbird.sendbird('POST', '/integrations/braze/callbacks', { identity: 'nobody-knows', eventName: 'Sendbird status', status: 'READ' })).status).toBe(202);
		await endpoint.until(1);
		expect(brazeEvents()).toMatchObject([{ external_id: 'nobody-knows', properties: { status: 'READ' } }]);
	});

	it.each([
		['the Sendbird id where the request carried no other', {}, {}, ADA],
		['the Sendbird id where the settings say so', { identity: 'sendbird' as const }, { external_id: 'braze-42' }, ADA],
	])('identity: %s', async (_, settings, more, identity) => {
		await sendbird.integrate('braze', settings);
		await relay('braze', more);
		await endpoint.until(1);
		expect(brazeEvents()[0].external_id).toBe(identity);
	});

	it('the field of the identity and the time can be others', async () => {
		await sendbird.integrate('braze', { identityField: 'braze_id', withTime: false });
		await relay('braze');
		expect((await endpoint.until(1))[0].body).toEqual({ events: [{ braze_id: ADA, name: 'Sendbird status', properties: { status: 'SENT' } }] });
	});

	it('is tried again, and lost after three tries', async () => {
		endpoint.answers.push(503);
		await relay('braze');
		await endpoint.until(2);
		expect(await settled(2)).toMatchObject([{ outcome: 'delivered' }]);
		endpoint.answers.push(500, 500, 500);
		await relay('braze');
		expect((await sendbird.note('is lost after 3 tries')).rule).toEqual(RULES.callbackRetry);
		expect((await sendbird.callbacks()).at(-1)).toMatchObject({ outcome: 'lost' });
	});

	it('a silent endpoint is given up in time', async () => {
		await sendbird.integrate('braze', { timeoutMs: 40 });
		endpoint.answers.push(0, 0, 0);
		await relay('braze');
		await sendbird.note('is lost after 3 tries');
	});

	it('needs an endpoint', async () => {
		await sendbird.integrate('braze', { endpoint: null });
		await relay('braze');
		expect(await sendbird.callbacks()).toMatchObject([{ outcome: 'off' }]);
		expect((await sendbird.sendbird('POST', '/integrations/braze/callbacks', { identity: 'x', eventName: 'x', status: 'READ' })).status).toBe(409);
		expect((await sendbird.sendbird('GET', '/integrations/strange')).status).toBe(404);
	});

	it('a large multi send is called back in turn, many to a request where set', async () => {
		await sendbird.sendbird('POST', '/users', { prefix: 'many-', count: 200 });
		await sendbird.integrate('braze', { eventsPerCallback: 75 });
		const targets = Array.from({ length: 200 }, (_, index) => `many-${index + 1}`);
		await sendbird.notify('POST', '/braze/notifications/multi', { template_key: 'welcome', targets, event_name: 'E' }, BRAZE);
		await endpoint.until(3);
		expect(brazeEvents().map(({ external_id: id }) => id).sort()).toEqual([...targets].sort());
	});

	it('a reset forgets what is under way', async () => {
		await relay('braze');
		await sendbird.reset();
		expect(await sendbird.callbacks()).toEqual([]);
		expect((await sendbird.sendbird('GET', '/integrations/braze')).body).toMatchObject({ endpoint: null, callback: true });
		expect(await sendbird.inbox(JOERG)).toEqual([]);
	});
});
