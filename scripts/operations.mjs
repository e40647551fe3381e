// npm run operations: writes docs/operations.md from the nodes' declarations.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './lib/install/ensureDependencies.mjs';
import { runMain } from './lib/command/failure.mjs';
import { root } from './lib/command/paths.mjs';
import { runCommand } from './lib/command/runCommand.mjs';
import { say } from './lib/command/say.mjs';

await runMain(async () => {
	await ensureDependencies();
	const { code, stdout, output } = await runCommand('npx', ['tsx', 'test/support/writeOperationsPage.ts'], { cwd: root });
	if (code !== 0) throw new Error(output);
	writeFileSync(join(root, 'docs', 'operations.md'), stdout);
	say('docs/operations.md is written anew');
});
