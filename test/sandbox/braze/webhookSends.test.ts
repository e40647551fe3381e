/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run servers of their own */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startBraze, type BrazeSandbox } from './harness';

interface Received {
	headers: IncomingHttpHeaders;
	body: Record<string, unknown>;
}

let braze: BrazeSandbox;
let received: Received[] = [];
let url = '';
const server = createServer((request, response) => {
	let body = '';
	request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
	request.on('end', () => {
		received.push({ headers: request.headers, body: JSON.parse(body) as Record<string, unknown> });
		response.end('{}');
	});
});

beforeAll(async () => {
	braze = await startBraze();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
beforeEach(() => {
	braze.world.reset();
	received = [];
});
afterAll(async () => {
	await new Promise((resolve) => server.close(resolve));
	await braze.close();
});

const BODY = '{"user":"{{${user_id}}}","campaign":"{{campaign.${name} | default: \'none\'}}","canvas":"{{canvas.${name} | default: \'none\'}}","dispatch":"{{campaign.${dispatch_id} | default: \'none\'}}"}';
const launch = async (change: object = {}) =>
	await braze.control('POST', '/braze/webhook-sends', { name: 'Autumn sale', as: 'campaign', url, headers: { 'Content-Type': 'text/plain', Authorization: 'Bearer <YOUR_WEBHOOK_SECRET>' }, body: BODY, to: ['cust-42', 'cust-43'], ...change });
const delivered = async (id: string) => await braze.event(({ kind, customer }) => kind === 'delivery' && customer === id);
const now = () => new Date().toISOString();

describe('POST /_sandbox/braze/webhook-sends', () => {
	it('a campaign posts once for each customer, with the secret in its place, and is listed with its figures', async () => {
		await braze.control('POST', '/braze/connect', { webhookUrl: url, webhookSecret: 'the-secret' });
		expect(await launch()).toMatchObject({ status: 202, body: { id: 'campaign-autumn-sale' } });
		await Promise.all([delivered('cust-42'), delivered('cust-43')]);
		expect(received.map(({ body }) => [body.user, body.campaign, body.canvas]).sort()).toEqual([['cust-42', 'Autumn sale', 'none'], ['cust-43', 'Autumn sale', 'none']]);
		expect(received[0].body.dispatch).toBe(received[1].body.dispatch);
		expect(received[0].headers.authorization).toBe('Bearer the-secret');
		const { body } = await braze.call('GET', '/campaigns/details?campaign_id=campaign-autumn-sale');
		expect(body).toMatchObject({ name: 'Autumn sale', schedule_type: 'time_based', channels: ['webhook'], enabled: true });
		const { body: series } = await braze.call('GET', `/campaigns/data_series?campaign_id=campaign-autumn-sale&length=1`);
		expect(series.data).toMatchObject([{ messages: { webhook: [{ sent: 2 }] } }]);
	});

	it('launched again it is the same campaign, edited', async () => {
		await launch({ to: ['cust-42'] });
		await delivered('cust-42');
		await launch({ to: ['cust-43'], body: '{"edited":true}' });
		await delivered('cust-43');
		expect(received[1].body).toEqual({ edited: true });
		const { body } = await braze.call('GET', '/campaigns/list');
		expect((body.campaigns as Array<{ name: string }>).filter(({ name }) => name === 'Autumn sale')).toHaveLength(1);
	});

	it('a Canvas posts by its webhook step, counts entries, and can be triggered by the API as well', async () => {
		await launch({ as: 'canvas', to: ['cust-42'] });
		await delivered('cust-42');
		expect(received[0].body).toEqual({ user: 'cust-42', campaign: 'none', canvas: 'Autumn sale', dispatch: 'none' });
		await braze.call('POST', '/canvas/trigger/send', { canvas_id: 'canvas-autumn-sale', recipients: [{ external_user_id: 'cust-43' }] });
		await delivered('cust-43');
		const { body } = await braze.call('GET', `/canvas/data_series?canvas_id=canvas-autumn-sale&length=1&include_step_breakdown=true&ending_at=${encodeURIComponent(now())}`);
		expect(body.data).toMatchObject({ stats: [{ total_stats: { entries: 2 }, step_stats: { 'canvas-autumn-sale-step': { messages: { webhook: [{ sent: 2 }] } } } }] });
		const { body: details } = await braze.call('GET', '/canvas/details?canvas_id=canvas-autumn-sale');
		expect(details).toMatchObject({ channels: ['webhook'] });
	});

	it('refuses a customer whom it does not know, before anybody gets anything', async () => {
		expect(await launch({ to: ['cust-42', 'nobody'] })).toMatchObject({ status: 404, body: { error: 'no customer nobody' } });
		expect(await launch({ to: [] })).toMatchObject({ status: 400 });
		expect(received).toEqual([]);
	});
});
