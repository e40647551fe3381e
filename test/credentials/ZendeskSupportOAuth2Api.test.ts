import { ZendeskSupportOAuth2Api } from '../../credentials/ZendeskSupportOAuth2Api.credentials';
import { zendesk } from '../../nodes/Zendesk/api';
import { inExecute } from '../support/engine';

const type = new ZendeskSupportOAuth2Api();
const fieldNamed = (name: string) => type.properties.find((field) => field.name === name);

it('is OAuth2 with client credentials, sent in the body: no API token can be made any more', () => {
	expect(type.extends).toEqual(['oAuth2Api']);
	expect(fieldNamed('grantType')).toMatchObject({ type: 'hidden', default: 'clientCredentials' });
	expect(fieldNamed('authentication')).toMatchObject({ type: 'hidden', default: 'body' });
});

it('asks for the scopes of the loop, and no more', () => {
	expect(String(fieldNamed('scope')?.default).split(' ').sort()).toEqual(['tickets:read', 'tickets:write', 'users:read', 'users:write', 'webhooks:read', 'webhooks:write']);
});

it.each([
	['the subdomain', { subdomain: 'acme' }, 'https://acme.zendesk.com'],
	['the base URL in its place', { subdomain: 'acme', baseUrl: 'http://127.0.0.1:4010/zendesk' }, 'http://127.0.0.1:4010/zendesk'],
])('fetches its token at %s, and the node calls the same host', async (_, data, host) => {
	const credentials = { zendeskSupportOAuth2Api: { ...data, clientId: 'n8n', clientSecret: 'zendesk-client-secret' } };
	const filled = await inExecute(credentials, async (context) => await context.getCredentials('zendeskSupportOAuth2Api'));
	expect(filled.accessTokenUrl).toBe(`${host}/oauth/tokens`);
	expect(zendesk.baseUrl(filled)).toBe(host);
	expect(zendesk.isOverridden(filled)).toBe('baseUrl' in data);
});

it('is tested by who is calling: Zendesk answers 200 with a user without id to nobody', () => {
	expect(type.test.request).toMatchObject({ url: '/api/v2/users/me', baseURL: expect.stringContaining('$credentials.subdomain') });
	expect(type.test.rules).toMatchObject([{ type: 'responseSuccessBody', properties: { key: 'user.id', value: null } }]);
});
