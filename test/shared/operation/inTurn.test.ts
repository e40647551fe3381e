import { inTurn } from '../../../nodes/shared/operation/inTurn';

it('work with one key runs one after the other, in the order of the calls; other keys do not wait', async () => {
	const log: string[] = [];
	const open: Array<() => void> = [];
	const work = (name: string) => async (): Promise<string> => {
		log.push(`${name} begins`);
		await new Promise<void>((resolve) => open.push(resolve));
		log.push(`${name} ends`);
		return name;
	};
	const turn = async (): Promise<void> => {
		for (let step = 0; step < 20; step++) await Promise.resolve();
	};
	const all = Promise.all([inTurn('k', work('a')), inTurn('k', work('b')), inTurn('other', work('c'))]);
	await turn();
	expect(log).toEqual(['a begins', 'c begins']);
	open[0]();
	await turn();
	expect(log).toEqual(['a begins', 'c begins', 'a ends', 'b begins']);
	open.slice(1).forEach((go) => go());
	expect(await all).toEqual(['a', 'b', 'c']);
});

it('a failure is its caller\'s own: the next in turn still runs', async () => {
	const first = inTurn('k', async () => await Promise.reject(new Error('no')));
	const second = inTurn('k', async () => 'yes');
	await expect(first).rejects.toThrow('no');
	expect(await second).toBe('yes');
});
