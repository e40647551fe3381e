const { spawn } = require('node:child_process');
const { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

// The only importers of the two libraries. They import nothing of ours: a second copy of our classes would break `instanceof`.
const BUNDLED = ['nodes/shared/liquid/engine.ts', 'nodes/shared/schema/zod.ts'];
const LIBRARIES = ['liquidjs', 'zod'];

async function clean() {
	rmSync('dist', { recursive: true, force: true });
}

function compile(done) {
	const tsc = spawn(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.json', '--rootDir', '.'], { stdio: 'inherit' });
	tsc.on('error', done);
	tsc.on('close', (code) => done(code === 0 ? undefined : new Error(`tsc found errors (exit ${code})`)));
}

/**
 * n8n forbids runtime dependencies, so the libraries are written into the compiled file of the one that imports them.
 * liquidjs's browser build has no file access; `global` and `console` are what n8n's package scanner refuses, and neither library needs them.
 */
async function bundleLibraries() {
	await esbuild.build({
		entryPoints: BUNDLED.filter((file) => existsSync(file)),
		outbase: '.',
		outdir: 'dist',
		allowOverwrite: true,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow'],
		alias: { liquidjs: 'liquidjs/dist/liquid.browser.mjs' },
		define: { global: 'undefined' },
		drop: ['console'],
		legalComments: 'none',
		logLevel: 'warning',
	});
}

const copyIcons = () => src('icons/*.svg', { encoding: false, allowEmpty: true }).pipe(dest('dist/icons'));

const copyCodex = () => src('nodes/**/*.node.json', { allowEmpty: true }).pipe(dest('dist/nodes'));

/** The bundled libraries' licences travel with the package. */
async function writeNotices() {
	const notices = LIBRARIES.map((name) => {
		const folder = join('node_modules', name);
		const { version, license, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
		const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
		if (file === undefined) throw new Error(`${name} ships no licence file`);
		const url = (repository.url ?? repository).replace(/^git\+/, '').replace(/\.git$/, '');
		return `## ${name} ${version} (${license})\n\n${url}\n\n${readFileSync(join(folder, file), 'utf8').trim().replace(/^/gm, '    ')}\n`;
	});
	writeFileSync('THIRD_PARTY_NOTICES.md', `# Third-party notices\n\nThe built package contains these libraries.\n\n${notices.join('\n')}`);
}

exports.clean = clean;
exports.build = series(clean, compile, parallel(bundleLibraries, copyIcons, copyCodex, writeNotices));
exports.default = exports.build;
