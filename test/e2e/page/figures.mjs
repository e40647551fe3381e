/** What the consoles' drawings say, read as a screen reader reads them: `Figures of “Multi: spring sale”: qualified 4, sent 4`. */

/**
 * One figure as it is drawn now; 0 where there is no such drawing yet.
 * @param {import('playwright-core').Page} page
 * @param {string} drawing how its name begins
 * @param {string} figure `sent`
 */
export const drawn = (page, drawing, figure) =>
	page.evaluate(
		([start, name]) => {
			const label = [...document.querySelectorAll('[role="img"]')].map((one) => one.getAttribute('aria-label')).find((one) => one.startsWith(start)) ?? '';
			return Number(new RegExp(`(?:: |, )${name} (\\d+)`).exec(label)?.[1] ?? 0);
		},
		[drawing, figure],
	);

/** Waits until a figure has grown to `least`: nobody clicks for it. */
export async function grows(page, drawing, figure, least) {
	const shown = page.locator(`[role="img"][aria-label^="${drawing}"]`);
	await shown.waitFor();
	const deadline = Date.now() + 45_000;
	while ((await drawn(page, drawing, figure)) < least) {
		if (Date.now() > deadline) throw new Error(`“${await shown.getAttribute('aria-label')}” should have come to ${figure} ${least}`);
		await page.waitForFunction(([start, label]) => document.querySelector(`[role="img"][aria-label^="${start}"]`)?.getAttribute('aria-label') !== label, [drawing, await shown.getAttribute('aria-label')], { timeout: 10_000 }).catch(() => undefined);
	}
}
