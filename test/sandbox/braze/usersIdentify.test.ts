import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const alias = (name: string, label = 'cookie') => ({ alias_name: name, alias_label: label });
const makeAnonymous = async (name: string, attributes: object = {}) =>
	await braze.client().users.track({
		attributes: [{ user_alias: alias(name), _update_existing_only: false, ...attributes }],
	});
const identify = async (body: object) => await braze.call('POST', '/users/identify', body);

it('gives an alias-only profile its external id', async () => {
	await makeAnonymous('c-1', { first_name: 'Alan', color: 'red' });
	const answer = await identify({ aliases_to_identify: [{ external_id: 'cust-90', user_alias: alias('c-1') }] });
	expect(answer).toMatchObject({ status: 201, body: { aliases_processed: 1, message: 'success' } });
	expect(await braze.truth('cust-90')).toMatchObject({ fields: { first_name: 'Alan' }, custom_attributes: { color: 'red' } });
});

it('merges into the profile that has the id: what it lacks comes over, what it has stays, events add up', async () => {
	await makeAnonymous('c-1', { first_name: 'Not Ada', home_city: 'London', favorite_color: 'blue', shoe_size: 38 });
	await braze.client().users.track({ events: [{ user_alias: alias('c-1'), name: 'visited', time: new Date().toISOString() }] });
	await identify({ aliases_to_identify: [{ external_id: 'cust-42', user_alias: alias('c-1') }] });
	const ada = await braze.truth('cust-42');
	expect(ada.fields).toMatchObject({ first_name: 'Ada', home_city: 'London' });
	expect(ada.custom_attributes).toMatchObject({ favorite_color: 'green', shoe_size: 38 });
	expect(ada.events).toEqual([{ name: 'visited', properties: {} }]);
	const byAlias = await braze.call('POST', '/users/export/ids', { user_aliases: [alias('c-1')], fields_to_export: ['external_id'] });
	expect(byAlias.body.users).toEqual([{ external_id: 'cust-42' }]);
});

it('merge_behavior none keeps the alias and loses the rest', async () => {
	await makeAnonymous('c-1', { home_city: 'London', shoe_size: 38 });
	await identify({ aliases_to_identify: [{ external_id: 'cust-42', user_alias: alias('c-1') }], merge_behavior: 'none' });
	const ada = await braze.truth('cust-42');
	expect(ada.fields.home_city).toBeUndefined();
	expect(ada.custom_attributes.shoe_size).toBeUndefined();
	const byAlias = await braze.call('POST', '/users/export/ids', { user_aliases: [alias('c-1')], fields_to_export: ['external_id'] });
	expect(byAlias.body.users).toEqual([{ external_id: 'cust-42' }]);
});

it('does not combine where the profile has another alias with that label', async () => {
	await braze.client().users.alias.new({ user_aliases: [{ external_id: 'cust-42', ...alias('c-0') }] });
	await makeAnonymous('c-1', { shoe_size: 38 });
	expect((await identify({ aliases_to_identify: [{ external_id: 'cust-42', user_alias: alias('c-1') }] })).status).toBe(201);
	expect((await braze.truth('cust-42')).custom_attributes.shoe_size).toBeUndefined();
	await braze.note('not identified as cust-42');
});

it('identifies by e-mail and phone where the prioritization leaves one profile, and not otherwise', async () => {
	const user = { attributes: [{ email: 'twin@example.com', shoe_size: 1 }] };
	await braze.call('POST', '/users/track', user);
	await identify({ emails_to_identify: [{ external_id: 'cust-91', email: 'twin@example.com', prioritization: ['unidentified'] }] });
	expect((await braze.truth('cust-91')).custom_attributes.shoe_size).toBe(1);
	await identify({ phone_numbers_to_identify: [{ external_id: 'cust-92', phone: '+12025550144', prioritization: ['unidentified', 'most_recently_updated'] }] });
	expect((await braze.truth('cust-92')).fields.first_name).toBe('Grace');
	await identify({ phone_numbers_to_identify: [{ external_id: 'cust-93', phone: '+12025550145', prioritization: ['identified'] }] });
	expect((await braze.control('GET', '/braze/profiles/cust-93')).status).toBe(404);
});

it('counts aliases that nobody has, and says so in the log only', async () => {
	expect((await identify({ aliases_to_identify: [{ external_id: 'cust-42', user_alias: alias('nobody') }] })).body).toEqual({ aliases_processed: 1, message: 'success' });
	await braze.note('alias cookie:nobody not identified');
});

it.each([
	['nothing to identify', {}],
	['51 aliases', { aliases_to_identify: Array.from({ length: 51 }, (_, at) => ({ external_id: `x${at}`, user_alias: alias(`c${at}`) })) }],
	['51 over two lists', {
		aliases_to_identify: Array.from({ length: 50 }, (_, at) => ({ external_id: `x${at}`, user_alias: alias(`c${at}`) })),
		emails_to_identify: [{ external_id: 'x', email: 'x@example.com', prioritization: ['unidentified'] }],
	}],
	['an e-mail without prioritization', { emails_to_identify: [{ external_id: 'x', email: 'ada@example.com' }] }],
	['identified and unidentified at once', { emails_to_identify: [{ external_id: 'x', email: 'ada@example.com', prioritization: ['identified', 'unidentified'] }] }],
])('refuses %s', async (_, body) => {
	expect((await identify(body)).status).toBe(400);
});
