import { askScripts, root, type Told } from './askScripts';

const npmSays = async (outputs: string[]): Promise<Told[]> =>
	await askScripts('lib/command/failure.mjs', "return given.map((output) => lib.npmFailure('Installing', output)).map(({ message, wayOut }) => ({ failure: message, wayOut }));", outputs);

const NETWORK = 'npm error code ECONNREFUSED\nnpm error FetchError: request to http://u:secret@127.0.0.1:9/x failed, reason: connect ECONNREFUSED 127.0.0.1:9';

it('tells in plain words what npm could not do, and the way out', async () => {
	const answers = await npmSays([
		NETWORK,
		'npm error network timeout at: http://127.0.0.1:9/n8n-workflow',
		'npm error code E403\nnpm error 403 403 Forbidden - GET http://registry.example/n8n-workflow',
		'npm error code E407\nnpm error 407 Proxy Authentication Required - GET http://registry.example/x',
		'npm error code E502\nnpm error 502 Bad Gateway - GET http://registry.example/x',
		'npm error code UNABLE_TO_GET_ISSUER_CERT_LOCALLY\nnpm error request to https://registry.example/x failed, reason: unable to get local issuer certificate',
		'npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write\nnpm error code ECONNRESET',
		'npm error code EACCES\nnpm error path /root/.npm/_cacache',
		'npm error code ETARGET\nnpm error notarget No matching version found for x@1',
	]);
	expect(answers.map(({ failure }) => failure)).toEqual([
		'Installing: npm cannot reach its registry (connect ECONNREFUSED 127.0.0.1:9)',
		'Installing: npm cannot reach its registry (timeout at: http://127.0.0.1:9/n8n-workflow)',
		'Installing: the registry, or a proxy on the way to it, refuses (403) (403 Forbidden from registry.example)',
		'Installing: the proxy asks for a name and a password (407 Proxy Authentication Required from registry.example)',
		'Installing: the registry, or a proxy on the way to it, cannot answer now (502 Bad Gateway from registry.example)',
		'Installing: npm does not trust the certificate that it is shown (unable to get local issuer certificate)',
		'Installing: the disk is full',
		'Installing: npm may not write there',
		'Installing: the registry lacks a version that is asked for',
	]);
	expect(answers[3].wayOut).toContain('npm config set https-proxy http://NAME:PASSWORD@HOST:PORT');
	expect(answers[6].wayOut).toContain('Free some space');
});

it('takes a native module that cannot be built for that, though its download failed too', async () => {
	const [{ failure, wayOut }] = await npmSays([`npm error prebuild-install warn install connect ECONNREFUSED\nnpm error gyp ERR! find Python\n${NETWORK}`]);
	expect(failure).toContain('a native module could not be built');
	expect(wayOut).toContain('build-essential python3');
});

it('never repeats a name and password out of an address', async () => {
	const [{ failure }] = await npmSays(['npm error ENOTFOUND request failed, reason: getaddrinfo ENOTFOUND http://bob:sesame@proxy.example/']);
	expect(failure).toContain('//…@proxy.example');
	expect(failure).not.toContain('sesame');
});

it('gives npm’s last words where it knows no better', async () => {
	const [{ failure }] = await npmSays([`${'earlier\n'.repeat(30)}npm error something new`]);
	expect(failure).toContain('npm error something new');
	expect(failure.split('\n').length).toBeLessThan(15);
});

it('says for each refusal of the system whose folder it is', async () => {
	const tell = "const { message, wayOut } = lib.systemFailure(given) ?? {}; return { failure: message, wayOut };";
	expect(await askScripts<Told>('lib/command/failure.mjs', tell, { code: 'EACCES', path: `${root}/.build/x` })).toMatchObject({ failure: `${root}/.build/x: this may not be read or written`, wayOut: expect.stringContaining('Make the clone yours') as string });
	expect((await askScripts<Told>('lib/command/failure.mjs', `const { cacheFolder } = await import(${JSON.stringify(`file://${root}/scripts/lib/command/paths.mjs`)}); given.path = cacheFolder + '/host'; ${tell}`, { code: 'EROFS' })).wayOut).toContain('XDG_CACHE_HOME');
	expect((await askScripts<Told>('lib/command/failure.mjs', tell, { code: 'ENOENT', syscall: 'spawn npm', path: 'npm' })).failure).toBe('npm was not found');
	expect(await askScripts('lib/command/failure.mjs', 'return lib.systemFailure(given) ?? null;', { code: 'ENOENT', syscall: 'open', path: 'x' })).toBeNull();
});
