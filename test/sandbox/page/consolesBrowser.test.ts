import type { Browser, Page } from 'playwright-core';
import { buildPage, describeInBrowser, openBrowser } from './harness';
import { openTestWorld, type TestWorld } from './world';

describeInBrowser('the consoles in a browser', () => {
	let world: TestWorld;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		await buildPage();
		world = await openTestWorld();
		browser = await openBrowser();
	}, 60_000);
	afterAll(async () => {
		await browser.close();
		await world.close();
	});
	beforeEach(async () => {
		world.sandbox.world.reset();
		world.answer(() => undefined);
		await world.control('POST', '/page/n8n', {
			url: world.outside,
			plays: [
				{ title: 'Order shipped', console: 'braze', link: `${world.outside}/form/waiting`, calls: [{ method: 'POST', path: '/braze/webhook-sends', body: { name: 'Order shipped', as: 'campaign', url: `${world.outside}/hook`, headers: {}, body: '{}', to: ['{customer}'] } }] },
				{ title: 'Nobody there', console: 'braze', calls: [{ method: 'POST', path: '/customer/nobody/messages', body: { text: 'Hello' } }] },
				{ title: 'Send what waits', hint: 'Braze × Sendbird · All of it', console: 'braze', link: `${world.outside}/form/waiting` },
				{ title: 'Write to your guests', hint: 'Braze × SmarterSends · 1. Write', console: 'braze', link: `${world.outside}/form/plan` },
			],
		});
		page = await browser.newPage();
		await page.goto(world.sandbox.ready.page);
		await page.getByRole('tab', { name: 'Braze' }).click();
	});
	afterEach(async () => {
		await page.close();
	});
	const starts = (name: string) => page.getByRole('region', { name: 'Start a campaign' }).getByRole('button', { name, exact: true });
	const picture = (label: string) => page.getByRole('img', { name: label });

	it('says that a campaign was started and keeps its figures beside the button, by themselves', async () => {
		const start = page.getByRole('region', { name: 'Start a campaign' });
		await starts('Order shipped').click();
		await start.getByText(/^Started at \d\d:\d\d:\d\d for Ada Lovelace\.$/).waitFor();
		await picture('Figures of “Order shipped”, last 14 days: sent 1').waitFor();
		await starts('Order shipped').click();
		await picture('Figures of “Order shipped”, last 14 days: sent 2').waitFor();
		expect(await start.getByRole('link', { name: 'Send what waits' }).getAttribute('href')).toBe(`${world.outside}/form/waiting`);
		await page.getByRole('tab', { name: 'Zendesk' }).click();
		await page.getByRole('tab', { name: 'Braze' }).click();
		await start.getByText(/^Started at /).waitFor();
		await page.getByRole('region', { name: 'Campaigns and Canvases' }).getByText('Order shipped', { exact: true }).click();
		await page.getByRole('img', { name: /^Order shipped, last 14 days: sent 2/ }).waitFor();
	});

	it('says what stood in the way', async () => {
		await starts('Nobody there').click();
		await page.getByText(/^Not started at/).waitFor();
		await page.getByRole('status').getByText('nobody').waitFor();
	});

	it('draws which campaign caught a customer’s text', async () => {
		await page.getByText('No text was posted to n8n yet.').waitFor();
		await world.control('POST', '/braze/connect', { webhookUrl: `${world.outside}/braze`, webhookSecret: 'the-secret' });
		await starts('Text SUPPORT as Ada Lovelace').click();
		await picture('Texts that were posted to n8n, last 14 days: Support: first text to n8n 1, Support: later texts to n8n 0').waitFor();
	});

	it('keeps the last figures while Braze cannot be read, and reads them again by itself', async () => {
		await starts('Order shipped').click();
		await picture('Figures of “Order shipped”, last 14 days: sent 1').waitFor();
		await world.control('POST', '/faults', { vendor: 'braze', route: 'GET /campaigns/data_series', status: 503, times: 1000 });
		await starts('Order shipped').click();
		await page.getByText('The figures cannot be read now').first().waitFor();
		expect(await picture('Figures of “Order shipped”, last 14 days: sent 1').count()).toBe(1);
		await world.control('DELETE', '/faults');
		await picture('Figures of “Order shipped”, last 14 days: sent 2').waitFor();
	});

	it('puts the forms of an integration together', async () => {
		const local = page.getByRole('region', { name: 'Braze × SmarterSends' });
		await local.getByRole('link', { name: 'Write to your guests' }).waitFor();
		await local.getByText('Nothing went out to guests yet.').waitFor();
		await page.getByRole('region', { name: 'Forms: Braze × Sendbird' }).getByText('All of it').waitFor();
	});
});
