/** Runs in the page: from the first row to the last in equal steps, one a frame. Each frame shows rows that none before it showed. */
async function scrollThrough(frames) {
	const box = document.querySelector('.events');
	const bottom = box.scrollHeight - box.clientHeight;
	const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
	box.scrollTop = 0;
	await nextFrame();
	await nextFrame();
	const times = [performance.now()];
	for (let frame = 1; frame <= frames; frame++) {
		box.scrollTop = (bottom * frame) / frames;
		await nextFrame();
		times.push(performance.now());
	}
	const gaps = times.slice(1).map((time, index) => time - times[index]);
	return { perSecond: (frames * 1000) / (times.at(-1) - times[0]), longestMs: Math.max(...gaps) };
}

const SCROLL_FRAMES = 300;

/**
 * A page to be measured, still empty.
 * @param {import('playwright-core').Browser} browser
 */
export async function emptyPage(browser) {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	return {
		page,
		async open(url) {
			await page.goto(url);
			await page.getByText('Live', { exact: true }).waitFor();
		},
		/** ms after the navigation began */
		firstPaint: () => page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime),
		/** Until the page has counted so many events. */
		until: (count) => page.waitForFunction((least) => Number.parseInt(document.querySelector('.filter-count')?.textContent ?? '0', 10) >= least, count, { timeout: 120_000 }),
		scroll: () => page.evaluate(scrollThrough, SCROLL_FRAMES),
		/** MB of JavaScript objects, after a collection. */
		async memoryMb() {
			const devtools = await context.newCDPSession(page);
			await devtools.send('HeapProfiler.collectGarbage');
			const { usedSize } = await devtools.send('Runtime.getHeapUsage');
			await devtools.detach();
			return usedSize / 1e6;
		},
		close: () => context.close(),
	};
}
