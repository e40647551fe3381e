import { askScripts } from './askScripts';

const line = async (title: string, far: string, ms: number, columns?: number): Promise<string> =>
	await askScripts('lib/command/say.mjs', 'return lib.progressLine(given.title, given.far, given.ms, given.columns);', { title, far, ms, columns });

it('says what, how much and how long', async () => {
	expect(await line('Installing n8n', '1.2 of about 3 GB', 123_000)).toBe('… Installing n8n: 1.2 of about 3 GB (2 min 03 s)');
	expect(await line('Starting n8n', '', 9_940, 80)).toBe('… Starting n8n (9.9 s)');
});

it('shortens the title and never the figures, and stays below the width of the terminal', async () => {
	const narrow = await line('Installing a real n8n and the Node it needs, once for all clones', '1.2 of about 3 GB', 123_000, 60);
	expect(narrow).toMatch(/^… Installing a real.*…: 1\.2 of about 3 GB \(2 min 03 s\)$/);
	expect(narrow.length).toBeLessThan(60);
	expect((await line('Installing n8n', '1.2 of about 3 GB', 123_000, 10)).length).toBeLessThan(10);
});

it.each([[59_400, '59 s'], [59_600, '1 min 00 s'], [9_960, '10 s'], [3_599_700, '60 min 00 s']])('rounds %i ms to %s', async (ms, words) => {
	expect(await askScripts('lib/command/say.mjs', 'return lib.duration(given);', ms)).toBe(words);
});

it('draws nothing over the line that says it is done', async () => {
	const written = await askScripts<string[]>('lib/command/say.mjs', `
		const written = [];
		lib.sayOn({ isTTY: true, columns: 80, write: (text) => written.push(text) });
		let tell;
		let asked;
		const wasAsked = new Promise((resolve) => (asked = resolve));
		const howFar = () => { asked(); return new Promise((resolve) => (tell = resolve)); };
		await lib.step('Working', () => wasAsked, { howFar });
		tell('half');
		await new Promise((resolve) => setImmediate(resolve));
		return written;`);
	expect(written.at(-1)).toMatch(/✓ Working/);
});
