import { cacheFolder, root } from './paths.mjs';

/** Something a person can mend: what went wrong in one line, and the way out in another. */
export class Failure extends Error {
	/**
	 * @param {string} what
	 * @param {string} wayOut
	 */
	constructor(what, wayOut) {
		super(what);
		this.name = 'Failure';
		this.wayOut = wayOut;
	}
}

const AGAIN = 'run the same command again';

/** In this order: a native module that cannot be built names the network too, since its ready-made binary could not be had. */
const NPM_FAILURES = [
	[/\bENOSPC\b|no space left on device/i, 'the disk is full', `Free some space and ${AGAIN}.`],
	[/gyp ERR!|node-gyp|prebuild/i, 'a native module could not be built', `Install a C++ compiler, make and python3 (Debian: apt-get install build-essential python3) and ${AGAIN}.`],
	[/\bE407\b/, 'the proxy asks for a name and a password', `Tell npm both (npm config set https-proxy http://NAME:PASSWORD@HOST:PORT) and ${AGAIN}.`],
	[/\bE401\b|\bENEEDAUTH\b/, 'the registry asks for a login', 'Log in (npm login), or check which registry npm uses: npm config get registry'],
	[/\bE403\b/, 'the registry, or a proxy on the way to it, refuses (403)', 'Ask whoever runs it to let npm packages through, or choose another: npm config get registry and npm config get https-proxy show which are used.'],
	[/\bE(429|5\d\d)\b/, 'the registry, or a proxy on the way to it, cannot answer now', `Wait a minute and ${AGAIN}. If it lasts: npm config get registry and npm config get https-proxy show which are used.`],
	[/\b(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_HAS_EXPIRED)\b/, 'npm does not trust the certificate that it is shown', `A company's proxy often has its own: npm config set cafile FILE (ask whoever runs the proxy for it), and ${AGAIN}.`],
	[/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b|network timeout|socket hang up/i, 'npm cannot reach its registry', `Connect to the network (or set the proxy that npm should use: npm config set https-proxy URL) and ${AGAIN}.`],
	[/\b(EACCES|EPERM)\b/, 'npm may not write there', `Make the folder that npm names yours and ${AGAIN}; npm's own cache is where npm config get cache says.`],
	[/\b(E404|ETARGET)\b/, 'the registry lacks a version that is asked for', 'Check which registry npm uses (npm config get registry); a mirror may be behind.'],
	[/\bEINTEGRITY\b/, 'a package came broken', `Empty npm's cache (npm cache clean --force) and ${AGAIN}.`],
];

/** A few words of npm's own: what it could not reach, or which file. A name and password in an address stay out. */
function inNpmsWords(output) {
	const words = /failed, reason: (.+)|network (.*timeout.*)/i.exec(output)?.slice(1).find(Boolean) ?? /(\d{3} \D[^\n]*?) - [A-Z]+ https?:\/\//.exec(output)?.[1];
	const asked = / - [A-Z]+ (https?:\/\/\S+)/.exec(output)?.[1];
	const host = asked && URL.canParse(asked) ? new URL(asked).host : undefined;
	const all = [words?.trim(), host].filter(Boolean).join(' from ');
	return all === '' ? '' : ` (${all.replace(/\/\/[^@\s/]+@/g, '//…@').slice(0, 160)})`;
}

/**
 * @param {string} doing what npm was asked to do
 * @param {string} output all that npm printed
 */
export function npmFailure(doing, output) {
	const known = NPM_FAILURES.find(([pattern]) => pattern.test(output));
	if (known) return new Failure(`${doing}: ${known[1]}${inNpmsWords(output)}`, known[2]);
	return new Failure(`${doing} failed. npm's last words:\n${output.trim().split('\n').slice(-12).join('\n')}`, `Mend what npm names above and ${AGAIN}.`);
}

const isUnder = (folder, path) => path === folder || path?.startsWith(`${folder}/`) || path?.startsWith(`${folder}\\`);

/** Two places are written to; only one of them can be chosen. */
function otherPlace(path) {
	if (isUnder(cacheFolder, path)) return 'Make that folder yours, or choose another with XDG_CACHE_HOME=FOLDER.';
	if (isUnder(root, path)) return `Make the clone yours (sudo chown -R "$(id -un)" '${root}'), or clone it anew into a folder of your own.`;
	return 'Make that folder yours, and run the same command again.';
}

const SYSTEM_FAILURES = {
	ENOSPC: ['the disk is full', () => `Free some space and ${AGAIN}.`],
	EDQUOT: ['your share of the disk is used up', () => `Free some space and ${AGAIN}.`],
	EFBIG: ['a file may not grow that large here', () => `Raise the limit (ulimit -f unlimited) and ${AGAIN}.`],
	EACCES: ['this may not be read or written', otherPlace],
	EPERM: ['this may not be read or written', otherPlace],
	EROFS: ['this disk can only be read', otherPlace],
	EMFILE: ['too many files are open', () => `Raise the limit (ulimit -n 4096) and ${AGAIN}.`],
};

/**
 * What the system itself refused, wherever that was, in plain words.
 * @param {unknown} error
 * @returns {Failure | undefined}
 */
export function systemFailure(error) {
	if (error?.code === 'ENOENT' && error.syscall?.startsWith('spawn')) {
		return new Failure(`${error.path} was not found`, error.path === 'npm' ? `npm comes with Node (https://nodejs.org): install it, or put it on the PATH, and ${AGAIN}.` : `Install it, and ${AGAIN}.`);
	}
	const known = SYSTEM_FAILURES[error?.code];
	return known && new Failure(`${error.path ?? error.syscall ?? 'A file'}: ${known[0]}`, known[1](error.path));
}

/** Runs a command's main function; a {@link Failure} ends as two plain lines, anything else with its stack. */
export async function runMain(main) {
	try {
		process.exitCode = (await main()) ?? 0;
	} catch (thrown) {
		const error = systemFailure(thrown) ?? thrown;
		if (error instanceof Failure) process.stderr.write(`\n✗ ${error.message}\n  → ${error.wayOut}\n`);
		else process.stderr.write(`\n✗ ${error?.stack ?? error}\n`);
		process.exitCode = 1;
	}
	// Sockets that fetch keeps alive would hold the process for seconds after its last word.
	process.exit();
}
