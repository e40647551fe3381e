import { RULES } from '../../../sandbox/clevertap/rules';
import { startCleverTap, type CleverTap } from './harness';

let clevertap: CleverTap;
beforeAll(async () => {
	clevertap = await startCleverTap();
});
beforeEach(async () => await clevertap.reset());
afterAll(async () => await clevertap.close());

const upload = async (profileData: unknown, more: object = {}) => (await clevertap.upload({ type: 'profile', identity: 'cust-42', profileData, ...more })).body;
const data = async (id = 'cust-42') => (await clevertap.profile(id)).data;

describe('identities', () => {
	it('make profiles', async () => {
		await upload({ Name: 'New' }, { identity: 'new-1' });
		expect(await clevertap.profile('new-1')).toMatchObject({ data: { Name: 'New' }, ids: [{ kind: 'identity', value: 'new-1' }, { kind: 'objectId' }] });
	});

	it('may be numbers', async () => {
		await upload({ Name: 'Digits' }, { identity: 4711 });
		expect(await data('4711')).toEqual({ Name: 'Digits' });
	});

	it.each([['an e-mail address', 'ADA@example.com'], ['a phone number', '+12025550142']])('may be %s of a profile', async (_, identity) => {
		await upload({ City: 'Lyon' }, { identity });
		expect(await data()).toMatchObject({ City: 'Lyon', Name: 'Ada Lovelace' });
	});

	it('several ids: the first known one decides, free ones are added', async () => {
		await upload({ City: 'Lyon' }, { objectId: 'web-42' });
		expect(clevertap.lastRule()).toEqual(RULES.severalIds);
		expect((await clevertap.profile('web-42')).data).toMatchObject({ Name: 'Ada Lovelace' });
		await upload({ City: 'Nice' }, { identity: 'cust-43', objectId: 'web-42' });
		expect([(await data()).City, (await data('cust-43')).City]).toEqual(['Lyon', 'Nice']);
		expect((await clevertap.profile('web-42')).data.City).toBe('Lyon');
		expect((await clevertap.profile('cust-43')).ids.map(({ value }) => value)).not.toContain('web-42');
	});

	it('an e-mail address that changes is found by the new one only', async () => {
		await upload({ Email: 'ada@new.example.com' });
		expect((await clevertap.get('/1/profile.json?email=ada@new.example.com')).body).toMatchObject({ record: { identity: 'cust-42' } });
		expect((await clevertap.get('/1/profile.json?email=ada@example.com')).body).toMatchObject({ record: null });
	});
});

describe('values that are checked', () => {
	it.each([
		[514, { Gender: 'X' }], [515, { Email: 'ada at example' }], [516, { Phone: '0123' }], [516, { Phone: 12025550142 }], [517, { Employed: 'maybe' }],
		[518, { Education: 'None' }], [519, { Married: 'once' }], [520, { Age: 0 }], [520, { Age: 12.5 }], [520, { Age: 'old' }],
		[512, { 'a#b': 1 }], [512, { 'a.b': 1 }], [512, { ['k'.repeat(121)]: 1 }], [524, undefined], [524, []],
	])('%i: %j', async (code, profileData) => {
		const before = await data();
		expect(await upload(profileData)).toMatchObject({ status: 'fail', unprocessed: [{ code }] });
		expect(await data()).toEqual(before);
	});

	it('and good ones pass', async () => {
		const good = { Gender: 'F', Email: 'ada@example.org', Phone: '+4915123456789', Employed: 'Y', Education: 'Graduate', Married: 'N', Age: '36', DOB: '$D_-4000', 'MSG-email': false, Tz: 'Asia/Kolkata' };
		expect(await upload(good)).toMatchObject({ status: 'success' });
		expect(await data()).toMatchObject(good);
	});

	it('names of Object.prototype are keys like others', async () => {
		expect(await upload({ constructor: 'x', toString: 'y' })).toMatchObject({ status: 'success' });
		expect(await data()).toMatchObject({ constructor: 'x' });
	});
});

describe('operators', () => {
	it('$incr, $add, $remove', async () => {
		await upload({ loyalty_points: { $incr: 5 }, visits: { $incr: 1 }, interests: { $add: ['a', 'b', 'a'] } });
		expect(await data()).toMatchObject({ loyalty_points: 125, visits: 1, interests: ['a', 'b'] });
		await upload({ interests: { $add: ['c'] }, loyalty_points: { $incr: -25 } });
		await upload({ interests: { $remove: ['a'] } });
		expect(await data()).toMatchObject({ loyalty_points: 100, interests: ['b', 'c'] });
	});

	it('$set, $decr and $delete, which nobody confirms', async () => {
		await upload({ interests: { $set: ['x'] }, loyalty_points: { $decr: 20 }, favorite_color: { $delete: 1 } });
		expect(clevertap.lastRule()).toEqual(RULES.operatorsMore);
		expect(await data()).toMatchObject({ interests: ['x'], loyalty_points: 100 });
		expect(await data()).not.toHaveProperty('favorite_color');
	});

	it.each([[{ a: { $incr: 'x' } }], [{ a: { $push: 1 } }]])('%j is refused', async (profileData) => {
		expect(await upload(profileData)).toMatchObject({ unprocessed: [{ code: 512 }] });
		expect(clevertap.lastRule()).toEqual(RULES.operatorUnknown);
	});

	it('a hundred different values stay, the oldest drop out', async () => {
		await upload({ interests: Array.from({ length: 100 }, (_, index) => `i${index}`) });
		await upload({ interests: { $add: ['new', 'i50'] } });
		const { interests } = await data();
		expect(interests).toHaveLength(100);
		expect(interests).toEqual(expect.arrayContaining(['new', 'i1']));
		expect(interests).not.toContain('i0');
	});

	it('an object without an operator is a value', async () => {
		await upload({ address: { city: 'Lyon' } });
		expect(await data()).toMatchObject({ address: { city: 'Lyon' } });
	});
});

describe('device tokens', () => {
	const token = async (more: object) => (await clevertap.upload({ type: 'token', identity: 'cust-46', objectId: 'dev-1', tokenData: { id: 'tok', type: 'apns' }, ...more })).body;

	it('belong to the device', async () => {
		expect(await token({})).toMatchObject({ status: 'success' });
		await token({ tokenData: { id: 'tok-2', type: 'apns' } });
		expect((await clevertap.profile('cust-46')).devices).toEqual([{ objectId: 'dev-1', platform: 'iOS', tokenType: 'apns', token: 'tok-2' }]);
	});

	it.each([
		[530, { objectId: undefined }], [526, { objectId: 'a b' }], [531, { tokenData: undefined }], [535, { tokenData: 'tok' }],
		[532, { tokenData: { type: 'fcm' } }], [533, { tokenData: { id: 'x' } }], [534, { tokenData: { id: 'x', type: 'pigeon' } }],
	])('%i: %j', async (code, wrong) => {
		expect(await token(wrong)).toMatchObject({ status: 'fail', unprocessed: [{ code }] });
	});
});
