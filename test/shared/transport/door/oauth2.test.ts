import nock from 'nock';
import { openDoor, type Attempt } from '../../../../nodes/shared/transport/door';
import type { RetryPolicy } from '../../../../nodes/shared/transport/call';
import { zendesk } from '../../../../nodes/Zendesk/api';
import type { CredentialData } from '../../../support/credentialStore';
import { inExecute } from '../../../support/engine';
import { closedNetwork } from '../../../support/network';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../../support/quickSleep')>('../../../support/quickSleep').quick);
closedNetwork();

const HOST = 'https://acme.zendesk.com';
const SECRET = 'client-secret-of-acme';

const fresh = (): CredentialData => ({ zendeskSupportOAuth2Api: { subdomain: 'acme', clientId: 'n8n', clientSecret: SECRET } });

const signIn = (token: string) =>
	nock(HOST)
		.post('/oauth/tokens', { grant_type: 'client_credentials', client_id: 'n8n', client_secret: SECRET, scope: /tickets:read tickets:write/ })
		.reply(200, { access_token: token, token_type: 'bearer', scope: 'tickets:read', expires_in: 1800 });

const withToken = (token: string): nock.Scope => nock(HOST, { reqheaders: { authorization: `Bearer ${token}` } });

const attempt = async (credentials: CredentialData, retry: RetryPolicy = 'onlyIfNothingHappened'): Promise<Attempt> =>
	await inExecute(credentials, async (context) => await (await openDoor(context, zendesk)).attempt({ method: 'POST', path: '/api/v2/tickets', body: { ticket: {} } }, retry));

it('fetches a token with client id and secret before the first call', async () => {
	signIn('token-one-111');
	withToken('token-one-111').post('/api/v2/tickets').reply(201, { ticket: {} });
	expect(await attempt(fresh())).toMatchObject({ ok: true });
});

it('keeps the token for the next call', async () => {
	const credentials = fresh();
	signIn('token-one-111');
	withToken('token-one-111').post('/api/v2/tickets').times(2).reply(201, { ticket: {} });
	await attempt(credentials);
	expect(await attempt(credentials)).toMatchObject({ ok: true });
});

it('on 401 fetches a new token and sends the call once more', async () => {
	const credentials = fresh();
	credentials.zendeskSupportOAuth2Api.oauthTokenData = { access_token: 'token-ended-000', token_type: 'bearer' };
	withToken('token-ended-000').post('/api/v2/tickets').reply(401, { error: 'invalid_token', error_description: 'The access token expired' });
	signIn('token-new-222');
	withToken('token-new-222').post('/api/v2/tickets').reply(201, { ticket: { id: 1 } });
	expect(await attempt(credentials)).toMatchObject({ ok: true, answer: { status: 201, body: { ticket: { id: 1 } } } });
});

it('a second 401 is a failure that says where to look', async () => {
	const credentials = fresh();
	credentials.zendeskSupportOAuth2Api.oauthTokenData = { access_token: 'token-ended-000', token_type: 'bearer' };
	withToken('token-ended-000').post('/api/v2/tickets').reply(401, { error: 'invalid_token' });
	signIn('token-new-222');
	withToken('token-new-222').post('/api/v2/tickets').reply(401, { error: 'invalid_token', error_description: 'Revoked' });
	expect(await attempt(credentials)).toMatchObject({ ok: false, failure: { class: 'unauthorized', status: 401, code: 'invalid_token', message: 'Zendesk: Revoked' } });
});

it('a wrong client secret is a failure of the class unauthorized: nothing was sent', async () => {
	nock(HOST).post('/oauth/tokens').reply(401, { error: 'invalid_client', error_description: 'Client authentication failed' });
	const result = await attempt(fresh());
	expect(result).toMatchObject({ ok: false, failure: { class: 'unauthorized', vendor: 'Zendesk Support' } });
	expect(JSON.stringify(result)).toContain('credential');
});

it('a token server in trouble is no wrong key: the class is unavailable', async () => {
	nock(HOST).persist().post('/oauth/tokens').reply(503, 'down for maintenance');
	expect(await attempt(fresh(), 'safe')).toMatchObject({ ok: false, failure: { class: 'unavailable', vendor: 'Zendesk Support' } });
});

it('never repeats the client secret nor a token in a failure, not even a token fetched a moment ago', async () => {
	signIn('token-fresh-333');
	withToken('token-fresh-333').post('/api/v2/tickets').reply(403, { error: { title: 'Forbidden', message: `Bearer token-fresh-333 of ${SECRET} may not do this` } });
	const text = JSON.stringify(await attempt(fresh()));
	expect(text).toContain('Forbidden');
	expect(text).not.toContain(SECRET);
	expect(text).not.toContain('token-fresh-333');
});
