import { ensureHost } from '../../scripts/lib/install/ensureHost.mjs';
import { root } from '../../scripts/lib/command/paths.mjs';
import { runCommand } from '../../scripts/lib/command/runCommand.mjs';

/** The real n8n's modules and the package as it is built now. */
export async function hostAndPackage() {
	const host = await ensureHost();
	const built = await runCommand('npm', ['run', 'build', '--silent'], { cwd: root });
	if (built.code !== 0) throw new Error(built.output);
	return { host, packageFolder: root };
}
