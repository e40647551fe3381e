import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze({ waitFactor: 1 });
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const merge = async (updates: unknown) => await braze.call('POST', '/users/merge', { merge_updates: updates });
const exists = async (id: string) => (await braze.control('GET', `/braze/profiles/${id}`)).status === 200;
const pair = (from: object, to: object) => ({ identifier_to_merge: from, identifier_to_keep: to });

it('answers 202 at once and merges later', async () => {
	expect(await merge([pair({ external_id: 'cust-43' }, { external_id: 'cust-42' })])).toMatchObject({ status: 202, body: { message: 'success' } });
	expect(await exists('cust-43')).toBe(true);
	braze.world.age(5_000);
	expect(await exists('cust-43')).toBe(false);
	expect((await braze.truth('cust-42')).fields).toMatchObject({ first_name: 'Ada', language: 'en' });
});

it('merges the most recently updated profile without an id into one with an id', async () => {
	await braze.client().users.track({ attributes: [{ user_alias: { alias_name: 'a', alias_label: 'cookie' }, _update_existing_only: false, email: 'ada@example.com', home_city: 'London' }] });
	await merge([pair({ email: 'ada@example.com', prioritization: ['unidentified', 'most_recently_updated'] }, { email: 'ada@example.com', prioritization: ['identified', 'most_recently_updated'] })]);
	braze.world.age(5_000);
	expect((await braze.truth('cust-42')).fields.home_city).toBe('London');
});

it('keeps the earlier first session and the later last session, and adds purchases', async () => {
	await braze.call('POST', '/users/track', {
		attributes: [
			{ external_id: 'cust-42', date_of_first_session: '2024-02-01T00:00:00Z', date_of_last_session: '2024-03-01T00:00:00Z' },
			{ external_id: 'cust-43', date_of_first_session: '2024-01-01T00:00:00Z', date_of_last_session: '2024-02-01T00:00:00Z' },
		],
		purchases: ['cust-42', 'cust-43'].map((external_id) => ({ external_id, product_id: 'tea', currency: 'EUR', price: 3, time: '2024-01-01T00:00:00Z' })),
	});
	await merge([pair({ external_id: 'cust-43' }, { external_id: 'cust-42' })]);
	braze.world.age(5_000);
	const ada = await braze.truth('cust-42');
	expect(ada.fields).toMatchObject({ date_of_first_session: '2024-01-01T00:00:00Z', date_of_last_session: '2024-03-01T00:00:00Z' });
	expect(ada.purchases).toEqual(['tea', 'tea']);
});

it('does nothing where more than one profile is meant, or none', async () => {
	expect((await merge([pair({ phone: '+12025550145', prioritization: ['identified'] }, { external_id: 'cust-42' }), pair({ external_id: 'nobody' }, { external_id: 'cust-42' })])).status).toBe(202);
	braze.world.age(5_000);
	expect(await exists('cust-45')).toBe(true);
	expect(await exists('cust-46')).toBe(true);
	await braze.note('not merged');
});

it.each([
	['no list', { a: 1 }, "'merge_updates' must be an array of objects"],
	['51 merges', Array.from({ length: 51 }, () => pair({ external_id: 'a' }, { external_id: 'b' })), 'a single request may not contain more than 50 merge updates'],
	['another key', [{ ...pair({ external_id: 'a' }, { external_id: 'b' }), extra: 1 }], "'merge_updates' must only have 'identifier_to_merge' and 'identifier_to_keep'"],
])('refuses %s in Braze’s words', async (_, updates, message) => {
	expect(await merge(updates)).toMatchObject({ status: 400, body: { message } });
});

it.each([
	['two identifiers in one', pair({ external_id: 'cust-43', email: 'a@example.com' }, { external_id: 'cust-42' })],
	['none', pair({}, { external_id: 'cust-42' })],
	['an e-mail without prioritization', pair({ email: 'a@example.com' }, { external_id: 'cust-42' })],
])('refuses %s and merges nothing of the call', async (_, bad) => {
	expect((await merge([pair({ external_id: 'cust-43' }, { external_id: 'cust-42' }), bad])).status).toBe(400);
	braze.world.age(5_000);
	expect(await exists('cust-43')).toBe(true);
});
