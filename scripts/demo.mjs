import './lib/command/checkNode.mjs';
import { endOnSignal } from './lib/command/children.mjs';
import { ensureDependencies } from './lib/install/ensureDependencies.mjs';
import { ensureHost } from './lib/install/ensureHost.mjs';
import { runMain } from './lib/command/failure.mjs';
import { buildPackage, openWorld } from './lib/world/openWorld.mjs';
import { readOptions } from './lib/command/options.mjs';
import { chooseScenes, readTexts, runScenes } from './lib/scenes/runScenes.mjs';
import { duration, say } from './lib/command/say.mjs';

await runMain(async () => {
	const started = Date.now();
	endOnSignal();
	const { only, texts: file } = readOptions(
		{ only: { type: 'string', multiple: true }, texts: { type: 'string' } },
		'npm run demo -- [--only SCENE or INTEGRATION] [--texts FILE]',
	);
	const texts = file === undefined ? undefined : readTexts(file);
	const scenes = await chooseScenes({ only: only?.flatMap((names) => names.split(',')), texts });

	await ensureDependencies();
	await ensureHost();
	await buildPackage();
	const world = await openWorld();
	const { results, failed } = await runScenes(world, scenes, { texts });
	await world.close({ keep: failed > 0 });

	say(`\n${'─'.repeat(60)}`);
	for (const { name, passed, why } of results) say(`${passed ? '✓' : '✗'} ${name}${why ? `: ${why}` : ''}`);
	if (failed > 0) say(`n8n's log is kept: ${world.n8n.logFile}`);
	say(`${results.length - failed} of ${results.length} scenes hold (${duration(Date.now() - started)})`);
	return failed === 0 ? 0 : 1;
});
