// 10,000 notifications and 10,000 events, at a quick answer and at a slower one: our nodes, n8n's HTTP Request node one call an item, and a bare script with the same batches.
import { compare, table } from './lib/measure.mjs';
import { pretendVendor } from './lib/pretendVendor.mjs';
import { hostAndPackage } from './lib/where.mjs';

/** Nobody publishes how long a call with thousands of records takes; 50 ms is that of one record. */
const LATENCIES_MS = [50, 300];
const COUNT = 10_000;
const ROUNDS = Number(process.env.ROUNDS ?? 5);

/** What each vendor says where all is well. */
function answer(url, body) {
	if (!url.startsWith('/1/upload')) return { notification_id: 'n-1' };
	return { status: 'success', processed: JSON.parse(body).d.length, unprocessed: [] };
}

const where = await hostAndPackage();

async function contest(name, latencyMs) {
	const vendor = await pretendVendor({ latencyMs, answer });
	const names = ['our node', 'HTTP Request one call an item', 'bare script'].map((who) => `${name}, ${who}`);
	const results = await compare(where, vendor, names.map((contestant) => ({ contestant, count: COUNT })), ROUNDS);
	const ours = results[names[0]];
	console.log(`\n${COUNT.toLocaleString('en')} items, ${latencyMs} ms an answer, medians of ${ROUNDS} rounds in turn\n`);
	console.log(table(['', 'ms', 'calls', 'at once', 'peak MB', 'time against ours'], names.map((who) => {
		const { ms, calls, atOnce, peakMb } = results[who];
		return [who, Math.round(ms), calls, atOnce, peakMb, `${(ms / ours.ms).toFixed(2)}×`];
	})));
	await vendor.close();
}

for (const latencyMs of LATENCIES_MS) {
	for (const name of ['Sendbird', 'CleverTap']) await contest(name, latencyMs);
}
