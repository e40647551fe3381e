import { KEY, startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const track = { attributes: [{ external_id: 'cust-42', color: 'red' }] };
const exportAda = { external_ids: ['cust-42'], fields_to_export: ['external_id'] };

describe('keys', () => {
	it('refuses a wrong key with 401', async () => {
		await expect(braze.client('wrong').users.track(track)).rejects.toMatchObject({ status: 401, message: 'Invalid API key' });
		expect((await braze.truth('cust-42')).custom_attributes.color).toBeUndefined();
	});

	it('refuses a missing key and a key in quotes with 401', async () => {
		expect((await braze.call('POST', '/users/track', track, { Authorization: '' })).status).toBe(401);
		expect((await braze.call('POST', '/users/track', track, { Authorization: `Bearer "${KEY}"` })).status).toBe(401);
	});

	it.each([
		['sandbox-braze-send-only', '/users/track', track],
		['sandbox-braze-send-only', '/users/export/ids', exportAda],
		['sandbox-braze-track-only', '/campaigns/trigger/send', { campaign_id: 'campaign-agent-reply', recipients: [{ external_user_id: 'cust-42' }] }],
		['sandbox-braze-track-only', '/subscription/status/set', { subscription_group_id: 'sms-group-support', subscription_state: 'subscribed', external_id: ['cust-42'] }],
	])('%s may not POST %s: Access Denied and nothing more', async (key, path, body) => {
		const answer = await braze.call('POST', path, body, { Authorization: `Bearer ${key}` });
		expect(answer.status).toBe(403);
		expect(answer.body).toEqual({ message: 'Access Denied' });
	});

	it.each(['/campaigns/list', '/campaigns/details?campaign_id=campaign-agent-reply', '/subscription/status/get', '/subscription/user/status'])(
		'sandbox-braze-send-only may not GET %s',
		async (path) => {
			expect((await braze.call('GET', path, undefined, { Authorization: 'Bearer sandbox-braze-send-only' })).status).toBe(403);
		},
	);

	it('lets limited keys do what they may', async () => {
		await expect(braze.client('sandbox-braze-track-only').users.track(track)).resolves.toMatchObject({ message: 'success' });
		await expect(braze.client('sandbox-braze-track-only').users.export.ids({ ...exportAda, fields_to_export: ['external_id'] })).resolves.toMatchObject({ message: 'success' });
		await expect(
			braze.client('sandbox-braze-send-only').campaigns.trigger.send({ campaign_id: 'campaign-agent-reply', recipients: [{ external_user_id: 'cust-42' }] }),
		).resolves.toMatchObject({ message: 'success' });
	});
});

describe('what is no call at all', () => {
	it('answers 404 to the path that the Zendesk document names', async () => {
		const answer = await braze.call('POST', '/campaign/trigger/send', {});
		expect(answer.status).toBe(404);
		expect(braze.events().at(-1)).toMatchObject({ kind: 'request', rule: { certainty: 'documented' }, response: { status: 404 } });
	});

	it('answers 415 to another content type', async () => {
		expect((await braze.call('POST', '/users/track', track, { 'Content-Type': 'text/plain' })).status).toBe(415);
	});

	it('answers 400 to broken JSON', async () => {
		const answer = await fetch(`${braze.base}/users/track`, {
			method: 'POST',
			headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
			body: '{"attributes": [',
		});
		expect(answer.status).toBe(400);
	});

	it('keeps keys out of the log', async () => {
		await braze.call('POST', '/users/track', track);
		expect(JSON.stringify(braze.events())).not.toContain(KEY);
	});
});

describe('rate limits', () => {
	it('puts the headers on every answer, refusals included', async () => {
		for (const answer of [
			await braze.call('POST', '/users/track', track),
			await braze.call('POST', '/users/track', track, { Authorization: 'Bearer wrong' }),
			await braze.call('GET', '/nowhere'),
		]) {
			expect(Number(answer.headers.get('x-ratelimit-limit'))).toBeGreaterThan(0);
			expect(answer.headers.get('x-ratelimit-remaining')).toMatch(/^\d+$/);
			expect(Number(answer.headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() / 1000 - 1);
		}
	});

	it('counts /users/track apart: 3,000 in 3 s', async () => {
		const answer = await braze.call('POST', '/users/track', track);
		expect(answer.headers.get('x-ratelimit-limit')).toBe('3000');
		expect(answer.headers.get('x-ratelimit-remaining')).toBe('2999');
		expect(Number(answer.headers.get('x-ratelimit-reset'))).toBeLessThanOrEqual(Date.now() / 1000 + 4);
	});

	it('answers 429 past a lowered limit, does nothing, and names the reset', async () => {
		await braze.control('POST', '/braze/limits', { pool: 'users/track', limit: 1, windowMs: 3_600_000 });
		await braze.call('POST', '/users/track', track);
		const answer = await braze.call('POST', '/users/track', { attributes: [{ external_id: 'cust-42', color: 'blue' }] });
		expect(answer.status).toBe(429);
		expect(answer.headers.get('x-ratelimit-remaining')).toBe('0');
		const reset = Number(answer.headers.get('x-ratelimit-reset'));
		expect(reset % 3600).toBe(0);
		expect((await braze.truth('cust-42')).custom_attributes.color).toBe('red');
		expect((await braze.call('POST', '/users/export/ids', exportAda)).status).toBe(201);
	});

	it('does not count a call that its key was not let through for', async () => {
		await braze.control('POST', '/braze/limits', { pool: 'users/track', limit: 1, windowMs: 3_600_000 });
		await braze.call('POST', '/users/track', track, { Authorization: 'Bearer wrong' });
		expect((await braze.call('POST', '/users/track', track)).status).toBe(201);
	});

	it('exports 40 a second with fields_to_export, 250 a minute with campaigns_received', async () => {
		const plain = await braze.call('POST', '/users/export/ids', exportAda);
		const received = await braze.call('POST', '/users/export/ids', { ...exportAda, fields_to_export: ['campaigns_received'] });
		expect(plain.headers.get('x-ratelimit-limit')).toBe('40');
		expect(received.headers.get('x-ratelimit-limit')).toBe('250');
	});

	it('lets a broadcast of one audience go 10 times a minute, another audience still', async () => {
		await braze.control('POST', '/braze/limits', { pool: 'broadcast audience', limit: 1, windowMs: 3_600_000 });
		const nobody = { custom_attribute: { custom_attribute_name: 'nothing', comparison: 'exists' } };
		const send = async (audience: unknown) =>
			(await braze.call('POST', '/campaigns/trigger/send', { campaign_id: 'campaign-agent-reply', broadcast: true, audience })).status;
		expect(await send(nobody)).toBe(201);
		expect(await send(nobody)).toBe(429);
		expect(await send({ AND: [nobody] })).toBe(201);
	});

	it('takes only pools that exist', async () => {
		expect((await braze.control('POST', '/braze/limits', { pool: 'elsewhere', limit: 1 })).status).toBe(400);
	});
});

describe('faults', () => {
	it('says 429 as Braze does: the wait stands in x-ratelimit-reset', async () => {
		await braze.control('POST', '/faults', { vendor: 'braze', route: 'POST /users/track', status: 429, retryAfter: 7, times: 1 });
		const before = Date.now() / 1000;
		const answer = await braze.call('POST', '/users/track', track);
		expect(answer.status).toBe(429);
		expect(answer.headers.get('retry-after')).toBeNull();
		expect(answer.headers.get('x-ratelimit-remaining')).toBe('0');
		expect(Number(answer.headers.get('x-ratelimit-reset')) - before).toBeGreaterThanOrEqual(7);
		expect(Number(answer.headers.get('x-ratelimit-reset')) - before).toBeLessThan(9);
		expect((await braze.call('POST', '/users/track', track)).status).toBe(201);
	});

	it('says 503 with a message and acts on nothing', async () => {
		await braze.control('POST', '/faults', { vendor: 'braze', route: 'POST /users/*', status: 503, times: 1 });
		const answer = await braze.call('POST', '/users/track', track);
		expect(answer.status).toBe(503);
		expect(typeof answer.body.message).toBe('string');
		expect((await braze.truth('cust-42')).custom_attributes.color).toBeUndefined();
	});

	it('acts and then cuts the connection', async () => {
		await braze.control('POST', '/faults', { vendor: 'braze', route: '*', reset: 'after', times: 1 });
		await expect(braze.call('POST', '/users/track', track)).rejects.toThrow();
		expect((await braze.truth('cust-42')).custom_attributes.color).toBe('red');
	});
});
