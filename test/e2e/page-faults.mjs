import { visit } from './page/visit.mjs';

export const name = 'page-faults';
export const title = 'on the page: every fault switched on and off; texts get through what is down, repeated, reordered and forged, once each; the world ages';
export const integration = 'page';

const faultsOf = async ({ control }) => (await control.call('GET', '/faults')).faults;

const openFaults = async ({ page }) => {
	await page.getByRole('button', { name: /^Faults/ }).click();
	return page.getByRole('dialog', { name: 'Faults' });
};

/** Each switch as it stands on the page, one after the other: on, and what the sandbox then does; off again. */
async function eachSwitch(stage, it) {
	const drawer = await openFaults(it);
	const switches = drawer.getByRole('switch');
	await switches.first().waitFor();
	const many = await switches.count();
	for (let index = 0; index < many; index++) {
		const one = switches.nth(index);
		const label = (await one.getAttribute('aria-label')).split(':')[0];
		await one.click();
		await drawer.locator(`[role="switch"][aria-label^="${label}:"][aria-checked="true"]`).waitFor();
		// Messenger's webhooks are held, which is no fault.
		const standing = label === 'Messenger, Reordered' ? 0 : 1;
		stage.expect.same((await faultsOf(stage)).length, standing, `faults that stand with “${label}” on`);
		await one.click();
		await drawer.locator(`[role="switch"][aria-label^="${label}:"][aria-checked="false"]`).waitFor();
		stage.expect.same((await faultsOf(stage)).length, 0, `faults that stand with “${label}” off`);
	}
	await it.page.keyboard.press('Escape');
	return many;
}

async function turn(it, label) {
	const drawer = await openFaults(it);
	await drawer.getByRole('switch', { name: new RegExp(`^${label}:`) }).click();
	await drawer.locator('[aria-checked="true"]').waitFor();
	await it.page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
}

async function allOff(it) {
	const drawer = await openFaults(it);
	await drawer.getByRole('button', { name: 'All off' }).click();
	await drawer.locator('[aria-checked="true"]').waitFor({ state: 'detached' });
	await it.page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
}

const arrived = (it, who, words) => it.sees(`SMS of ${who}`, new RegExp(`${words}.*Arrived: ticket`, 's'));

async function throughTrouble(stage, it) {
	const { name: who } = await it.newCustomer();
	await it.page.getByRole('button', { name: 'SUPPORT', exact: true }).click();
	const ticket = /ticket (\d+)/.exec(await (await arrived(it, who, 'SUPPORT')).innerText())[1];

	await turn(it, 'Zendesk, 503');
	await it.writes(`SMS from ${who}`, 'Are you down?');
	await it.events.locator('.code').filter({ hasText: '503' }).last().waitFor();
	await allOff(it);
	await arrived(it, who, 'Are you down\\?');

	for (const [label, words] of [['Braze, Repeated', 'Thrice'], ['Zendesk, 429', 'Too many'], ['Braze, Reordered', 'Out of order']]) {
		await turn(it, label);
		await it.writes(`SMS from ${who}`, words);
		if (label === 'Zendesk, 429') await it.events.locator('.code').filter({ hasText: '429' }).last().waitFor();
		await allOff(it);
		await arrived(it, who, words);
	}

	const drawer = await openFaults(it);
	await drawer.getByRole('region', { name: 'Braze', exact: true }).getByRole('button', { name: 'Send a forged one' }).click();
	await it.page.keyboard.press('Escape');
	await it.events.getByRole('listitem').filter({ hasText: /forged.*40[13]/s }).first().waitFor();
	await stage.quiet();
	await it.tab('Zendesk');
	await it.page.getByRole('list', { name: 'Tickets, newest first' }).getByRole('button').filter({ hasText: `#${ticket} ` }).click();
	for (const words of ['Are you down?', 'Thrice', 'Too many', 'Out of order']) stage.expect.same(await it.count(`Ticket ${ticket}`, words), 1, `“${words}” on the ticket`);
	return ticket;
}

async function ages(it, ticket) {
	const { page } = it;
	await it.choose('Status', 'solved');
	await page.locator('.ticket-row .status.solved').first().waitFor();
	await it.tab('Messenger');
	await it.writes('Messenger message from Ada Lovelace', `Still there? ${Date.now()}`);
	const chosen = page.getByRole('combobox', { name: 'Chat of' }).locator('option:checked');
	await chosen.filter({ hasText: 'window open' }).waitFor({ state: 'attached' });
	await page.getByRole('button', { name: 'Age the world by +1 h' }).click();
	await it.event('the world is 1 hour older');
	await chosen.filter({ hasText: 'window open for 22 hours' }).waitFor({ state: 'attached' });
	await page.getByRole('button', { name: 'Age the world by +24 h' }).click();
	await chosen.filter({ hasText: 'window shut' }).waitFor({ state: 'attached' });
	await page.getByRole('button', { name: 'Age the world by +4 days' }).click();
	await page.getByRole('list', { name: 'Tickets, newest first' }).getByRole('button').filter({ hasText: `#${ticket} ` }).filter({ hasText: 'closed' }).waitFor();
}

export const run = (stage) =>
	visit(stage, async (it) => {
		const many = await eachSwitch(stage, it);
		const ticket = await throughTrouble(stage, it);
		stage.expect.same(await it.astray(), [], 'texts of this visit that were lost or doubled');
		await ages(it, ticket);
		return `${many} switches`;
	});
