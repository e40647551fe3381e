import { BrazeScimApi } from '../../credentials/BrazeScimApi.credentials';
import { scimVendor } from '../../nodes/Braze/resources/scimUser/scimVendor';

const type = new BrazeScimApi();

it('hides the token', () => {
	expect(type.properties.find(({ name }) => name === 'scimToken')?.typeOptions?.password).toBe(true);
});

it('signs with token and service origin', () => {
	expect(type.authenticate.properties.headers).toEqual({ Authorization: '=Bearer {{$credentials.scimToken}}', 'X-Request-Origin': '={{$credentials.origin}}' });
});

it('tells Braze\'s own hosts from a sandbox', () => {
	for (const host of ['https://rest.iad-01.braze.com', 'https://rest.fra-02.braze.eu/', 'https://rest.us-10.braze.com']) expect(scimVendor.isOverridden({ baseUrl: host })).toBe(false);
	for (const host of ['http://127.0.0.1:4010/braze', 'https://rest.iad-01.braze.com.evil.example']) expect(scimVendor.isOverridden({ baseUrl: host })).toBe(true);
});

it('its test says what is wrong with token, origin or host', () => {
	const told = Object.fromEntries((type.test.rules ?? []).map((rule) => (rule.type === 'responseCode' ? [rule.properties.value, rule.properties.message] : [])));
	expect(told).toEqual({ 401: expect.stringContaining('service origin'), 404: expect.stringContaining('REST host') });
});
