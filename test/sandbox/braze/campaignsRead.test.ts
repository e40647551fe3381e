import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

describe('GET /campaigns/list', () => {
	it('lists the six campaigns of the files and the API campaign, and an empty second page', async () => {
		const { campaigns, message } = await braze.client().campaigns.list({ page: 0 });
		expect(message).toBe('success');
		expect(campaigns.map(({ id }) => id)).toEqual(['campaign-first-text', 'campaign-later-text', 'campaign-opt-in-text', 'campaign-help-text', 'campaign-agent-reply', 'campaign-ticket-solved', 'campaign-local-marketing']);
		expect(campaigns.map(({ is_api_campaign: api }) => api)).toEqual([false, false, false, false, false, false, true]);
		expect(campaigns[4].name).toBe("Support: agent's reply");
		expect((await braze.client().campaigns.list({ page: 1 })).campaigns).toEqual([]);
	});

	it('leaves archived ones out unless asked, and sorts', async () => {
		await braze.control('POST', '/braze/campaigns/campaign-first-text', { status: 'archived' });
		expect((await braze.client().campaigns.list()).campaigns).toHaveLength(6);
		const all = (await braze.client().campaigns.list({ include_archived: true, sort_direction: 'desc' })).campaigns;
		expect(all.map(({ id }) => id).at(-1)).toBe('campaign-first-text');
		expect(all).toHaveLength(7);
	});

	it('refuses a page that is no number', async () => {
		expect((await braze.call('GET', '/campaigns/list?page=x')).status).toBe(400);
	});

	it('can be asked for what was edited since', async () => {
		await braze.control('POST', '/age', { seconds: 60 });
		await braze.control('POST', '/braze/campaigns/campaign-first-text', { reEligible: true });
		const since = new Date(Date.now() - 30_000).toISOString();
		expect((await braze.client().campaigns.list({ 'last_edit.time[gt]': since })).campaigns.map(({ id }) => id)).toEqual(['campaign-first-text']);
	});
});

describe('GET /campaigns/details', () => {
	it('tells which can be triggered', async () => {
		expect(await braze.client().campaigns.details({ campaign_id: 'campaign-agent-reply' })).toMatchObject({ schedule_type: 'api_triggered', channels: ['sms'], archived: false, draft: false });
		expect(await braze.client().campaigns.details({ campaign_id: 'campaign-first-text' })).toMatchObject({ schedule_type: 'action_based', channels: ['webhook'] });
	});

	it('refuses an unknown campaign', async () => {
		await expect(braze.client().campaigns.details({ campaign_id: 'nope' })).rejects.toMatchObject({ status: 400, message: 'Invalid Campaign ID' });
	});

	it('knows when it was sent', async () => {
		expect((await braze.client().campaigns.details({ campaign_id: 'campaign-agent-reply' })).last_sent).toBeNull();
		await braze.client().campaigns.trigger.send({ campaign_id: 'campaign-agent-reply', recipients: [{ external_user_id: 'cust-42' }] });
		await braze.event(({ kind }) => kind === 'sent');
		expect(Date.parse((await braze.client().campaigns.details({ campaign_id: 'campaign-agent-reply' })).last_sent)).toBeGreaterThan(Date.now() - 10_000);
	});
});
