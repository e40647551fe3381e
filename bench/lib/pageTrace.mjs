/** The page's own thread: of all renderers the one that worked most. */
function tasksOfPage(traceEvents) {
	const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
	const perThread = mains.map(({ pid, tid }) => traceEvents.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X' && event.name.endsWith('RunTask')));
	const work = (tasks) => tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0);
	return perThread.sort((one, other) => work(other) - work(one))[0] ?? [];
}

/**
 * The longest task of the page while this is done, ms: by the clock, which counts what other programs took from it too, and on the CPU, which is the page's own.
 * @template T
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<T>} work
 */
export async function longestTask(browser, page, work) {
	await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
	const result = await work();
	const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
	const tasks = tasksOfPage(traceEvents);
	const longest = (key) => Math.max(0, ...tasks.map((task) => (task[key] ?? 0) / 1000));
	return { result, clockMs: longest('dur'), cpuMs: longest('tdur') };
}
