// 10,000 profiles at 50 ms an answer: our node, n8n's HTTP Request in two ways, and a bare script. Then how time and memory grow.
import { compare, runOnce, table } from './lib/measure.mjs';
import { pretendVendor } from './lib/pretendVendor.mjs';
import { hostAndPackage } from './lib/where.mjs';

const LATENCY_MS = 50;
const ROUNDS = Number(process.env.ROUNDS ?? 5);

const where = await hostAndPackage();
const vendor = await pretendVendor({ latencyMs: LATENCY_MS, status: 201, answer: () => ({ message: 'success' }) });

const names = ['our node', 'HTTP Request, one call an item', 'HTTP Request, batches made by hand', 'bare script'];
const results = await compare(where, vendor, names.map((contestant) => ({ contestant, count: 10_000 })), ROUNDS);
const ours = results['our node'];
console.log(`\n10,000 profiles, ${LATENCY_MS} ms an answer, medians of ${ROUNDS} rounds in turn\n`);
console.log(table(['', 'ms', 'calls', 'at once', 'peak MB', 'time against ours'], names.map((name) => {
	const { ms, calls, atOnce, peakMb } = results[name];
	return [name, Math.round(ms), calls, atOnce, peakMb, `${(ms / ours.ms).toFixed(2)}×`];
})));

console.log('\nGrowth of our node\n');
const sizes = [1_000, 10_000, 100_000];
const rows = [];
for (const count of sizes) {
	const { ms, calls, peakMb } = await runOnce(where, vendor, { contestant: 'our node', count });
	rows.push([count.toLocaleString('en'), Math.round(ms), (ms / count).toFixed(3), calls, peakMb]);
}
console.log(table(['profiles', 'ms', 'ms a profile', 'calls', 'peak MB'], rows));
await vendor.close();
