/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test that drives a browser */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { buildPage, describeInBrowser, openBrowser } from './harness';
import { bridge, openTestWorld, type TestWorld } from './world';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
	violations: Array<{ id: string; nodes: Array<{ html: string }> }>;
}

describeInBrowser('the page in a browser', () => {
	let world: TestWorld;
	let browser: Browser;
	let page: Page;
	const complaints: string[] = [];

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
		complaints.length = 0;
		page = await open();
	});
	afterEach(async () => {
		await page.context().close();
		expect(complaints).toEqual([]);
	});

	async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
		const context = await browser.newContext({ viewport: { width: 1440, height: 880 }, ...options });
		const opened = await context.newPage();
		opened.on('pageerror', (error) => complaints.push(error.message));
		opened.on('request', (request) => {
			if (!request.url().startsWith(world.sandbox.ready.page) && !request.url().startsWith('data:')) complaints.push(`asked for ${request.url()}`);
		});
		await opened.goto(world.sandbox.ready.page);
		await opened.getByText('Live', { exact: true }).waitFor();
		return opened;
	}
	const violations = async (of: Page): Promise<string[]> => {
		// The page's own policy lets no foreign script in; the browser's tools are above it.
		await of.evaluate(AXE);
		const result = await of.evaluate<AxeResult>('axe.run()');
		return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
	};
	const connect = async () => {
		world.answer(bridge(world));
		await world.control('POST', '/braze/connect', { webhookUrl: `${world.outside}/braze`, webhookSecret: 'the-secret' });
	};
	const events = () => page.getByRole('list', { name: 'What happened' });

	it('carries a customer’s text to the ticket, and shows both ends and every step', async () => {
		await connect();
		await page.getByLabel('SMS from Ada Lovelace').fill('SUPPORT');
		await page.getByRole('button', { name: 'Send' }).first().click();
		await page.getByText('Arrived: ticket 1001').waitFor();
		await events().getByText('SMS from cust-42: SUPPORT').waitFor();
		await events().getByText('ticket 1001 opened').waitFor();
		await events().getByText('run 41', { exact: true }).first().waitFor();
		expect(await page.getByRole('list', { name: 'Ticket 1001' }).innerText()).toContain('SUPPORT');
		expect(await page.locator('.figures').innerText()).toMatch(/Texts\s+1\s+Arrived\s+1\s+Under way\s+0\s+Lost\s+0\s+Doubled\s+0/);

		await page.getByLabel('Public reply on ticket 1001').fill('It arrives tomorrow.');
		await page.getByLabel('Public reply on ticket 1001').press('Enter');
		await events().getByText('Nora Lindqvist answers on ticket 1001: It arrives tomorrow.').waitFor();
		await page.getByRole('list', { name: 'Ticket 1001' }).getByText('It arrives tomorrow.').waitFor();
		await page.getByRole('combobox', { name: 'Status' }).selectOption('solved');
		await page.locator('.ticket-row .status.solved').waitFor();
	});

	it('opens a call with its headers masked, body, answer and rule', async () => {
		await connect();
		await page.getByRole('button', { name: 'SUPPORT', exact: true }).click();
		await events().getByText('ticket 1001 opened').click();
		const details = page.getByRole('region', { name: 'The event' });
		await details.getByText('The rule that decided').or(details.getByText('Request')).first().waitFor();
		await details.getByText('POST /api/v2/tickets').waitFor();
		await details.getByText('headers (secrets masked)').first().click();
		const shown = await details.innerText();
		expect(shown).toContain('Basi… (');
		expect(shown).not.toContain('sandbox-api-token');
		expect(shown).toContain('"external_id": "sms:cust-42:1"');
		expect(shown).toContain('All calls of run 41');
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await details.waitFor({ state: 'detached' });
	});

	it('switches a fault on and off, and the vendor obeys', async () => {
		const call = async () => (await fetch(`${world.sandbox.ready.vendors.braze}/campaigns/list`, { headers: { authorization: 'Bearer sandbox-braze-key' } })).status;
		await page.getByRole('button', { name: 'Faults' }).click();
		const drawer = page.getByRole('dialog', { name: 'Faults' });
		const down = drawer.getByRole('switch', { name: 'Braze, 503' });
		await down.click();
		await drawer.locator('[aria-checked="true"]').waitFor();
		expect(await call()).toBe(503);
		expect(await violations(page)).toEqual([]);
		await drawer.getByRole('switch', { name: 'Braze, 429' }).click();
		await drawer.locator('[aria-label^="Braze, 503"][aria-checked="false"]').waitFor();
		expect(await call()).toBe(429);
		await drawer.getByRole('button', { name: 'All off' }).click();
		await drawer.locator('[aria-checked="true"]').waitFor({ state: 'detached' });
		expect(await call()).toBe(200);
		await page.keyboard.press('Escape');
		await drawer.waitFor({ state: 'detached' });
	});

	it('ages the world: Messenger’s window shuts', async () => {
		await page.getByRole('tab', { name: 'Messenger' }).click();
		const chosen = page.getByRole('combobox', { name: 'Chat of' }).locator('option:checked');
		await chosen.filter({ hasText: 'Ada Lovelace · window open' }).waitFor({ state: 'attached' });
		await page.getByRole('button', { name: '24 h' }).click();
		await events().getByText('the world is 24 hours older').waitFor();
		await chosen.filter({ hasText: 'Ada Lovelace · window shut' }).waitFor({ state: 'attached' });
	});

	it('starts a CleverTap campaign and shows its figures', async () => {
		for (const name of ['Sendbird single', 'Sendbird multi']) await world.control('POST', '/clevertap/webhooks', { name, url: `${world.outside}/clevertap` });
		await page.getByRole('tab', { name: 'CleverTap' }).click();
		const multi = page.locator('.thing', { hasText: 'multi' });
		await multi.getByRole('button', { name: 'Start' }).click();
		await multi.getByRole('img', { name: 'multi: qualified 4, sent 4' }).waitFor();
		expect(await violations(page)).toEqual([]);
	});

	it('is used with the keyboard alone', async () => {
		for (let count = 1; count <= 40; count++) world.sandbox.world.events.add({ vendor: 'sandbox', kind: 'note', summary: `note ${count}` });
		await events().getByText('note 40').waitFor();
		const focused = async () => await page.evaluate<string>("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent");
		const tabTo = async (wanted: RegExp) => {
			for (let presses = 0; presses < 60; presses++) {
				await page.keyboard.press('Tab');
				if (wanted.test(await focused())) return;
			}
			throw new Error(`Tab never came to ${wanted}; it stands on ${await focused()}`);
		};
		await tabTo(/^SMS from Ada/);
		await page.keyboard.type('typed by hand');
		await page.keyboard.press('Enter');
		await page.getByRole('list', { name: 'SMS of Ada Lovelace' }).getByText('typed by hand').waitFor();
		await events().getByText('SMS from cust-42: typed by hand').waitFor();
		await tabTo(/SMS from cust-42: typed by hand|note 40|nobody has pasted/);
		await page.keyboard.press('Home');
		expect(await focused()).toContain('note 1');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.getByRole('region', { name: 'The event' }).waitFor();
		expect(await focused()).toBe('note 2');
		await page.keyboard.press('Escape');
		expect(await focused()).toContain('note 2');
		await tabTo(/^Zendesk$/);
		await page.keyboard.press('ArrowRight');
		expect(await page.getByRole('tab', { name: 'Braze' }).getAttribute('aria-selected')).toBe('true');
	});

	it('tells a screen reader what people did, politely', async () => {
		await page.getByRole('button', { name: 'SUPPORT', exact: true }).click();
		const news = page.getByRole('log', { name: 'News' });
		await news.filter({ hasText: 'SMS from cust-42: SUPPORT' }).waitFor({ state: 'attached' });
		expect(await news.getAttribute('aria-live')).toBe('polite');
	});

	it.each([
		['light', 1440, 880],
		['dark', 1440, 880],
		['light', 390, 844],
		['dark', 390, 844],
	] as const)('has nothing that axe finds: %s, %i wide', async (colorScheme, width, height) => {
		await connect();
		await page.getByRole('button', { name: 'SUPPORT', exact: true }).click();
		await page.getByText('Arrived: ticket 1001').waitFor();
		const other = await open({ colorScheme, viewport: { width, height } });
		const narrow = width < 900;
		const sides = narrow ? ['Customer', 'What happened', 'Company'] : [''];
		for (const side of sides) {
			if (narrow) await other.getByRole('navigation').getByRole('button', { name: side }).click();
			for (const tab of await other.getByRole('tab').all()) {
				await tab.click();
				expect(await violations(other)).toEqual([]);
			}
			expect(await violations(other)).toEqual([]);
		}
		expect(await other.evaluate<boolean>('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
		await other.context().close();
	});

	it('holds ten thousand events, draws a few, and resumes after a reset', async () => {
		for (let count = 1; count <= 10_000; count++) world.sandbox.world.events.add({ vendor: 'sandbox', kind: 'note', summary: `note ${count}` });
		await events().getByText('note 10000').waitFor();
		expect(await page.locator('.event').count()).toBeLessThan(80);
		await page.locator('.events').evaluate((list) => list.scrollTo({ top: list.scrollHeight / 2 }));
		await events().getByText('note 5000', { exact: true }).waitFor();
		world.sandbox.world.events.add({ vendor: 'sandbox', kind: 'note', summary: 'one more' });
		await page.getByText('10001', { exact: true }).waitFor();
		await events().getByText('note 5000', { exact: true }).waitFor();
		await page.getByRole('button', { name: 'Newest' }).click();
		await events().getByText('one more').waitFor();
		await page.getByLabel('Find in what happened').fill('note 777');
		await page.getByText('11 of 10001').waitFor();
		await page.getByLabel('Find in what happened').fill('');
		world.sandbox.world.reset();
		await page.getByText('Nothing has happened yet.').waitFor();
	});
});
