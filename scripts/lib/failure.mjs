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

const NPM_FAILURES = [
	[/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/, 'npm cannot reach its registry', 'Connect to the network (or set the proxy that npm should use: npm config set https-proxy URL) and run the same command again.'],
	[/\bENOSPC\b/, 'the disk is full', 'Free some space and run the same command again; what was half installed has been removed.'],
	[/\b(EACCES|EPERM)\b/, 'npm may not write there', 'Make the folder yours, or choose another cache with XDG_CACHE_HOME=FOLDER.'],
	[/\b(E404|ETARGET)\b/, 'the registry lacks a version that is asked for', 'Check which registry npm uses (npm config get registry); a mirror may be behind.'],
	[/node-gyp|prebuild/i, 'a native module could not be built', 'Install a C++ compiler, make and python3 (Debian: apt-get install build-essential python3) and run the same command again.'],
];

/**
 * @param {string} doing what npm was asked to do
 * @param {string} output all that npm printed
 */
export function npmFailure(doing, output) {
	const known = NPM_FAILURES.find(([pattern]) => pattern.test(output));
	if (known) return new Failure(`${doing}: ${known[1]}`, known[2]);
	return new Failure(`${doing} failed. npm's last words:\n${output.trim().split('\n').slice(-12).join('\n')}`, 'Mend what npm names above and run the same command again.');
}

const SYSTEM_FAILURES = {
	ENOSPC: ['the disk is full', 'Free some space and run the same command again.'],
	EDQUOT: ['your share of the disk is used up', 'Free some space and run the same command again.'],
	EACCES: ['this may not be read or written', 'Make the folder yours, or choose another cache with XDG_CACHE_HOME=FOLDER.'],
	EPERM: ['this may not be read or written', 'Make the folder yours, or choose another cache with XDG_CACHE_HOME=FOLDER.'],
	EROFS: ['this disk can only be read', 'Move the clone, or choose another cache with XDG_CACHE_HOME=FOLDER.'],
};

/**
 * What the system itself refused, wherever that was, in plain words.
 * @param {unknown} error
 * @returns {Failure | undefined}
 */
export function systemFailure(error) {
	const known = SYSTEM_FAILURES[error?.code];
	return known && new Failure(`${error.path ?? error.syscall ?? 'A file'}: ${known[0]}`, known[1]);
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
