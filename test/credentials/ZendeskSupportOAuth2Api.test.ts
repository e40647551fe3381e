import { ZendeskSupportOAuth2Api } from '../../credentials/ZendeskSupportOAuth2Api.credentials';
import { zendesk } from '../../nodes/Zendesk/api';
import { inExecute } from '../support/engine';
import { failing } from './failing';

const type = new ZendeskSupportOAuth2Api();
const fieldNamed = (name: string) => type.properties.find((field) => field.name === name);

it('is OAuth2 with client credentials, sent in the body, or signed in by a person with PKCE; saved credentials keep the first', () => {
	expect(type.extends).toEqual(['oAuth2Api']);
	expect(fieldNamed('grantType')).toMatchObject({ type: 'options', default: 'clientCredentials', options: [{ value: 'pkce' }, { value: 'clientCredentials' }] });
	expect(fieldNamed('authentication')).toMatchObject({ type: 'hidden', default: 'body' });
});

it('a public client has no secret, so none is required', () => {
	expect(fieldNamed('clientSecret')).toMatchObject({ typeOptions: { password: true } });
	expect(fieldNamed('clientSecret')?.required).toBeUndefined();
});

it('asks for the scopes of the loop and its set-up, and no more', () => {
	expect(String(fieldNamed('scope')?.default).split(' ').sort()).toEqual(['tickets:read', 'tickets:write', 'triggers:read', 'triggers:write', 'users:read', 'users:write', 'webhooks:read', 'webhooks:write']);
});

it.each([
	['the subdomain', { subdomain: 'acme' }, 'https://acme.zendesk.com'],
	['the base URL in its place', { subdomain: 'acme', baseUrl: 'http://127.0.0.1:4010/zendesk' }, 'http://127.0.0.1:4010/zendesk'],
])('fetches its token at %s, and the node calls the same host', async (_, data, host) => {
	const credentials = { zendeskSupportOAuth2Api: { ...data, clientId: 'n8n', clientSecret: 'zendesk-client-secret' } };
	const filled = await inExecute(credentials, async (context) => await context.getCredentials('zendeskSupportOAuth2Api'));
	expect(filled.accessTokenUrl).toBe(`${host}/oauth/tokens`);
	expect(filled.authUrl).toBe(`${host}/oauth/authorizations/new`);
	expect(zendesk.baseUrl(filled)).toBe(host);
	expect(zendesk.isOverridden(filled)).toBe('baseUrl' in data);
});

it('is tested by who is calling: Zendesk answers 200 with a user without id to nobody', () => {
	expect(type.test.request).toMatchObject({ url: '/api/v2/users/me', baseURL: expect.stringContaining('$credentials.subdomain') });
	expect(failing(type, { user: { id: null, name: 'Anonymous user' } })).toMatch(/does not know who is calling/);
	expect(failing(type, '<html>Welcome</html>')).toMatch(/not as Zendesk does/);
	expect(failing(type, { user: { id: 901, name: 'Ada' } })).toBeUndefined();
});
