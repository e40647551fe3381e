import './lib/command/checkNode.mjs';
import { writeFileSync } from 'node:fs';
import { endOnSignal } from './lib/command/children.mjs';
import { ensureDependencies } from './lib/install/ensureDependencies.mjs';
import { ensureHost } from './lib/install/ensureHost.mjs';
import { EventFeed } from './lib/scenes/eventFeed.mjs';
import { Failure, runMain } from './lib/command/failure.mjs';
import { isKeyword } from './lib/scenes/brazeSetup.mjs';
import { buildPackage, openWorld } from './lib/world/openWorld.mjs';
import { readOptions } from './lib/command/options.mjs';
import { reconcile } from './lib/scenes/reconcile.mjs';
import { readTexts } from './lib/scenes/runScenes.mjs';
import { duration, say } from './lib/command/say.mjs';
import { makeStage } from './lib/scenes/stage.mjs';
import { converse } from './soak/conversations.mjs';
import { switchOnFaults } from './soak/faults.mjs';
import { judge, total } from './soak/judge.mjs';
import { watchMemory } from './soak/memory.mjs';

const USAGE = 'npm run soak -- [--conversations 1000] [--faults 0.1] [--kills 3] [--texts FILE] [--report FILE]';
const SIDE_BY_SIDE = 10;
const RECONCILES = 3;

/** Braze's half hour of repeats takes 54 s, the longest wait between two of them 28 s. */
const WAIT_FACTOR = 0.03;
const SILENCE_MS = 30_000;

/** The vendors' quotas would make this a matter of hours; what is tried here is repeats, faults and crashes. The scene rate-limit tries quotas. */
const WIDE_LIMITS = { accountPerMinute: 1_000_000, updatesPerMinute: 1_000_000, updatesPerTicketPer10Min: 1_000_000, updatesPerUserPerMinute: 1_000_000, userUpdatesPerSecond: 1_000_000, incrementalPerMinute: 1_000_000 };

const inRange = (text, name, least, most) => {
	const value = Number(text);
	if (value >= least && value <= most) return value;
	throw new Failure(`--${name} takes a number from ${least} to ${most}, not "${text}"`, USAGE);
};

/** Kill -9 and start again, as often as asked, spread evenly over the conversations. */
function killer({ n8n, brazeWebhookPath }, waitFor, count, kills) {
	const at = Array.from({ length: kills }, (_, index) => Math.round((count * (index + 1)) / (kills + 1)));
	let busy = Promise.resolve();
	return {
		over: (done) => {
			if (!at.includes(done)) return;
			busy = busy.then(async () => {
				say(`  ${done} conversations were had: n8n is killed`);
				await n8n.crash();
				await n8n.start();
				await waitFor(() => n8n.webhookActive(brazeWebhookPath), { what: 'n8n to take webhooks again', timeoutMs: 120_000 });
			});
		},
		settled: () => busy,
	};
}

async function haveConversations(stage, world, { count, kills, texts }) {
	const killing = killer(world, stage.waitFor, count, kills);
	const had = [];
	let next = 0;
	const worker = async () => {
		while (next < count) {
			had.push(await converse(stage, next++, texts));
			killing.over(had.length);
			if (had.length % 100 === 0) say(`  ${had.length} of ${count} conversations were had`);
		}
	};
	await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
	await killing.settled();
	return had;
}

const reportOf = ({ count, faults, kills, texts, result, took, peakMb, beforeReconcile }) => `# Soak: ${count} conversations, ${faults * 100} % faults, ${kills} hard kills

Written by \`npm run soak\`. Each conversation: three texts of the customer, one answer of an agent${texts ? ', in the words of real people' : ''}; ${SIDE_BY_SIDE} at a time, neither side waiting for the other.
Of all calls to both vendors ${faults * 100} % fail, one fifth each: 429, 503, 500, connection cut before the vendor acted, connection cut after it. Of all webhooks ${faults * 100} % come three times.
The vendors' quotas are widened (they would make this a matter of hours; the scene \`rate-limit\` tries them).

| | |
|---|---|
| sent | ${result.sent} |
| arrived | ${result.arrived} |
| lost | ${result.lost} |
| doubled | ${result.doubled} |
| not yet arrived before the reconcile | ${beforeReconcile.lost} |
| notes "may or may not have reached the customer" | ${result.unknownNotes} |
| notes of another failure | ${result.otherNotes} |
| time | ${duration(took)} |
| n8n's memory at its peak | ${peakMb} MB |
`;

await runMain(async () => {
	endOnSignal();
	const options = readOptions(
		{
			conversations: { type: 'string', default: '1000' },
			faults: { type: 'string', default: '0.1' },
			kills: { type: 'string', default: '3' },
			texts: { type: 'string' },
			report: { type: 'string' },
		},
		USAGE,
	);
	const count = inRange(options.conversations, 'conversations', 1, 1_000_000);
	const faults = inRange(options.faults, 'faults', 0, 0.5);
	const kills = inRange(options.kills, 'kills', 0, 100);
	const texts = options.texts === undefined ? undefined : readTexts(options.texts).filter((text) => text.trim() !== '' && !isKeyword(text));

	await ensureDependencies();
	await ensureHost();
	await buildPackage();
	const world = await openWorld({ waitFactor: WAIT_FACTOR });
	const feed = await EventFeed.open(world.control);
	const stage = makeStage(world, feed, { texts });
	await world.control.call('POST', '/zendesk/limits', WIDE_LIMITS);
	const memory = watchMemory(world.n8n);
	const started = Date.now();
	await switchOnFaults(world.control, faults);
	const had = await haveConversations(stage, world, { count, kills, texts });

	say('  all was said; what is under way comes to its end');
	await stage.quiet(SILENCE_MS);
	await world.control.endFaults();
	const read = async () => total(await Promise.all(had.map((one) => judge(stage, one))));
	const beforeReconcile = await read();
	let result = beforeReconcile;
	for (let round = 0; round < RECONCILES && (round === 0 || result.lost > 0); round++) {
		await reconcile(stage, 24 * 60);
		result = await read();
	}
	const took = Date.now() - started;
	memory.stop();
	const report = reportOf({ count, faults, kills, texts, result, took, peakMb: memory.peakMb(), beforeReconcile });
	say(`\n${report}`);
	if (options.report) writeFileSync(options.report, report);
	const good = result.lost === 0 && result.doubled === 0;
	await feed.close();
	await world.close({ keep: !good });
	if (!good) say(`n8n's log is kept: ${world.n8n.logFile}`);
	return good ? 0 : 1;
});
