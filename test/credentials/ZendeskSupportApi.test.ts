import nock from 'nock';
import { ZendeskSupportApi } from '../../credentials/ZendeskSupportApi.credentials';
import { zendesk } from '../../nodes/Zendesk/api';
import { ZendeskSupport } from '../../nodes/Zendesk/ZendeskSupport.node';
import { runNode } from '../support/engine';
import { closedNetwork } from '../support/network';
import { failing } from './failing';

closedNetwork();

const type = new ZendeskSupportApi();
const TOKEN = 'token-of-the-old-days';
const credentials = { zendeskSupportApi: { subdomain: 'acme', email: 'ada@acme.test', apiToken: TOKEN } };
const GET = { authentication: 'apiToken', resource: 'ticket', operation: 'get', ticketId: '77' };

it('its form says that no token can be made any more, and when all end', () => {
	const notice = type.properties.find(({ type: kind }) => kind === 'notice')?.displayName;
	expect(notice).toMatch(/2026-10-27/);
	expect(notice).toMatch(/2027-04-30/);
});

it('its test fails for the anonymous 200 that Zendesk gives to a wrong token, and for an answer that is not Zendesk\'s', () => {
	expect(failing(type, { user: { id: null, name: 'Anonymous user', email: 'invalid@example.com' } })).toMatch(/does not know who is calling/);
	expect(failing(type, '<html>Welcome</html>')).toMatch(/not as Zendesk does/);
	expect(failing(type, { user: { id: 901 } })).toBeUndefined();
});

it('signs in as Basic, with "/token" behind the e-mail', async () => {
	const basic = Buffer.from(`ada@acme.test/token:${TOKEN}`).toString('base64');
	nock('https://acme.zendesk.com', { reqheaders: { authorization: `Basic ${basic}` } }).get('/api/v2/tickets/77').reply(200, { ticket: { id: 77, status: 'open', requester_id: 1, updated_at: 'x' } });
	const { main, error } = await runNode({ nodeType: new ZendeskSupport(), parameters: GET, credentials });
	expect([error, main[0]?.[0].json.id]).toEqual([undefined, 77]);
});

it('a 401 (n8n tries once more) speaks of the token and its end, not of an OAuth client, and never repeats it', async () => {
	nock('https://acme.zendesk.com').get('/api/v2/tickets/77').times(2).reply(401, { error: `Couldn't authenticate you with ${TOKEN}` });
	const { main } = await runNode({ nodeType: new ZendeskSupport(), parameters: GET, credentials, settings: { onError: 'continueErrorOutput' } });
	expect(main.flat()[0].json.error).toMatchObject({ class: 'unauthorized', fix: expect.stringMatching(/API token.*2027-04-30/) });
	expect(JSON.stringify(main)).not.toContain(TOKEN);
});

it('a 403 speaks of the user\'s role: API tokens have no scopes', async () => {
	nock('https://acme.zendesk.com').get('/api/v2/tickets/77').reply(403, { error: { title: 'Forbidden', message: 'no' } });
	const { main } = await runNode({ nodeType: new ZendeskSupport(), parameters: GET, credentials, settings: { onError: 'continueErrorOutput' } });
	expect(main.flat()[0].json.error).toMatchObject({ class: 'forbidden', fix: expect.stringMatching(/role/) });
});

it('is chosen by the node\'s form alone', () => {
	const chosen = (authentication?: string) => (typeof zendesk.credential === 'function' ? zendesk.credential({ ...(authentication ? { authentication } : {}) }) : '');
	expect([chosen(), chosen('oAuth2'), chosen('apiToken')]).toEqual(['zendeskSupportOAuth2Api', 'zendeskSupportOAuth2Api', 'zendeskSupportApi']);
});

