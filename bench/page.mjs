// The sandbox's page while 10,000 events come in, and when it is opened on them: first paint, the longest task, frames while scrolling through all, memory.
import { loadavg } from 'node:os';
import { openBrowser } from '../scripts/lib/pictures/browser.mjs';
import { endOnSignal } from '../scripts/lib/command/children.mjs';
import { ControlClient } from '../scripts/lib/world/controlClient.mjs';
import { startSandbox } from '../scripts/lib/world/startSandbox.mjs';
import { median, table } from './lib/measure.mjs';
import { flood } from './lib/pageFlood.mjs';
import { emptyPage } from './lib/pageProbe.mjs';
import { longestTask } from './lib/pageTrace.mjs';

const EVENTS = 10_000;
const ROUNDS = Number(process.env.ROUNDS ?? 3);

async function round(sandbox, browser) {
	await new ControlClient(sandbox.ready.control).reset();
	const early = await emptyPage(browser);
	await early.open(sandbox.ready.page);
	const firstPaint = await early.firstPaint();
	const flooded = await longestTask(browser, early.page, async () => {
		const ms = await flood(sandbox, EVENTS);
		await early.until(EVENTS);
		return ms;
	});
	const scrolled = await longestTask(browser, early.page, early.scroll);
	const memory = await early.memoryMb();
	await early.close();

	const late = await emptyPage(browser);
	const opened = await longestTask(browser, late.page, async () => {
		await late.open(sandbox.ready.page);
		await late.until(EVENTS);
		return await late.firstPaint();
	});
	await late.close();
	return {
		'first paint, empty world, ms': firstPaint,
		'10,000 events made in, ms': flooded.result,
		'longest task meanwhile, ms': flooded.clockMs,
		'… of it on the CPU, ms': flooded.cpuMs,
		'scrolling through all, frames a second': scrolled.result.perSecond,
		'its longest frame, ms': scrolled.result.longestMs,
		'its longest task on the CPU, ms': scrolled.cpuMs,
		'memory with all, MB': memory,
		'opened on 10,000 events, first paint, ms': opened.result,
		'longest task until all are there, ms': opened.clockMs,
		'… of these on the CPU, ms': opened.cpuMs,
	};
}

endOnSignal();
const sandbox = await startSandbox();
const browser = await openBrowser();
const rounds = [];
try {
	for (let count = 0; count < ROUNDS; count++) rounds.push(await round(sandbox, browser));
} finally {
	await browser.close();
	await sandbox.stop();
}
console.log(`\nThe page, ${EVENTS.toLocaleString('en')} events, ${ROUNDS} rounds; load of the machine at the end: ${loadavg()[0].toFixed(1)}\n`);
console.log(table(['', 'median', 'each round'], Object.keys(rounds[0]).map((name) => {
	const values = rounds.map((one) => one[name]);
	return [name, Math.round(median(values)), values.map(Math.round).join(', ')];
})));
