import { npmFailure } from '../command/failure.mjs';
import { runCommand } from '../command/runCommand.mjs';
import { step } from '../command/say.mjs';

/** Small, and in every registry. */
const ASKED_FOR = 'n8n-workflow';

/**
 * Asks the registry for one version before a long install: without a network npm itself tries each of its thousand packages again for minutes and says nothing.
 * @param {string} doing what the install is for
 * @param {string} cwd whose npm settings count
 */
export async function needRegistry(doing, cwd) {
	await step('Asking the npm registry', async () => {
		const { code, output } = await runCommand('npm', ['view', ASKED_FOR, 'version', '--prefer-online', '--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=2000', '--fetch-timeout=15000', '--loglevel=error'], { cwd });
		if (code !== 0) throw npmFailure(doing, output);
	});
}
