import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { attributesOf, startDriver, type Started } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../../support/quickSleep')>('../../../support/quickSleep').quick);

let started: Started;
beforeAll(async () => {
	nock.restore();
	started = await startDriver();
});
afterAll(async () => await started.sandbox.close());

const PROFILES = 10_000;
const BAD = 50;
/** 134 calls of 75. */
const CALLS = Math.ceil(PROFILES / 75);

/** Spread over the calls, at the edges of some; two in one call here and there. */
const bad = new Set(Array.from({ length: BAD }, (_, index) => (index % 5 === 4 ? (index - 1) * 199 + 8 : index * 199 + 7)));

/** A profile field of another type is what Braze cannot take: it answers with a minor error that names the object by its place. */
const profile = (index: number): IDataObject => ({ id: `p-${index}`, json: JSON.stringify({ n: index, email: bad.has(index) ? index : `p${index}@example.com` }) });

it('10,000 profiles are 134 calls; each of the 50 bad ones fails on its own item, and nobody else\'s', async () => {
	expect(bad.size).toBe(BAD);
	const { node, sandbox } = await started.begin();
	const items = Array.from({ length: PROFILES }, (_, index) => profile(index));
	const { good, bad: failed, places } = await node.run(
		'user.trackAttributes',
		{ userId: '={{ $json.id }}', more: { attributesJson: '={{ $json.json }}' } },
		items,
	);
	expect(node.called).toEqual(Array(CALLS).fill('POST /users/track'));
	expect(places.bad).toEqual([...bad].sort((a, b) => a - b));
	expect(places.good).toEqual(items.map((_, index) => index).filter((index) => !bad.has(index)));
	expect(failed.map(({ id, error }) => [id, Object(error).class])).toEqual([...bad].sort((a, b) => a - b).map((index) => [`p-${index}`, 'invalidInput']));
	expect(good.every(({ queued }) => queued === true)).toBe(true);

	for (const index of [0, 74, 75, 4_999, PROFILES - 1]) expect(await attributesOf(sandbox, `p-${index}`)).toEqual({ n: index });
	for (const index of [...bad].slice(0, 3)) expect((await sandbox.control('GET', `/braze/profiles/p-${index}`)).status).toBe(404);
});
