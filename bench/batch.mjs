// 10,000 notifications and 10,000 events at 50 ms an answer: our nodes, n8n's HTTP Request node one call an item, and a bare script with the same batches.
import { compare, table } from './lib/measure.mjs';
import { pretendVendor } from './lib/pretendVendor.mjs';
import { hostAndPackage } from './lib/where.mjs';

const LATENCY_MS = 50;
const COUNT = 10_000;
const ROUNDS = Number(process.env.ROUNDS ?? 5);

/** What each vendor says where all is well. */
function answer(url, body) {
	if (!url.startsWith('/1/upload')) return { notification_id: 'n-1' };
	return { status: 'success', processed: JSON.parse(body).d.length, unprocessed: [] };
}

const where = await hostAndPackage();
const vendor = await pretendVendor({ latencyMs: LATENCY_MS, answer });
for (const name of ['Sendbird', 'CleverTap']) {
	const names = ['our node', 'HTTP Request one call an item', 'bare script'].map((who) => `${name}, ${who}`);
	const results = await compare(where, vendor, names.map((contestant) => ({ contestant, count: COUNT })), ROUNDS);
	const ours = results[names[0]];
	console.log(`\n${COUNT.toLocaleString('en')} items, ${LATENCY_MS} ms an answer, medians of ${ROUNDS} rounds in turn\n`);
	console.log(table(['', 'ms', 'calls', 'at once', 'peak MB', 'time against ours'], names.map((who) => {
		const { ms, calls, atOnce, peakMb } = results[who];
		return [who, Math.round(ms), calls, atOnce, peakMb, `${(ms / ours.ms).toFixed(2)}×`];
	})));
}
await vendor.close();
