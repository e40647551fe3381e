import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, npmFailure } from '../command/failure.mjs';
import { buildFolder, root } from '../command/paths.mjs';
import { runCommand } from '../command/runCommand.mjs';

/** @returns {Promise<string>} the tarball that would be published */
export async function packPackage(folder = root) {
	mkdirSync(buildFolder, { recursive: true });
	const { code, stdout, output } = await runCommand('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', buildFolder], { cwd: folder });
	if (code !== 0) throw npmFailure('Packing the package', output);
	return join(buildFolder, JSON.parse(stdout)[0].filename);
}

/**
 * Puts a tarball where n8n looks for community packages, in the steps of n8n's own installer (its UI): unpack, then drop
 * dev, peer and optional dependencies from the package.json. Our package has no others, so nothing is left to download.
 * @param {string} tarball
 * @param {string} userFolder the folder that holds `.n8n`
 */
export async function installPackage(tarball, userFolder) {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const unpacked = join(nodes, '.unpacked');
	mkdirSync(unpacked, { recursive: true });
	const { code, output } = await runCommand('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
	if (code !== 0) throw new Failure(`Unpacking ${tarball} failed: ${output.trim()}`, 'Build the package anew: npm run build');
	const described = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'));
	if (Object.keys(described.dependencies ?? {}).length > 0) {
		throw new Failure(`${described.name} has runtime dependencies`, 'An n8n community package may not have any: bundle them (see gulpfile.js).');
	}
	for (const kind of ['devDependencies', 'peerDependencies', 'optionalDependencies']) delete described[kind];
	writeFileSync(join(unpacked, 'package.json'), JSON.stringify(described, null, '\t'));

	const target = join(nodes, 'node_modules', described.name);
	rmSync(target, { recursive: true, force: true });
	mkdirSync(join(target, '..'), { recursive: true });
	renameSync(unpacked, target);
	writeFileSync(
		join(nodes, 'package.json'),
		JSON.stringify({ name: 'installed-nodes', private: true, dependencies: { [described.name]: described.version } }, null, '\t'),
	);
	return target;
}
