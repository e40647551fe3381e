import { zendesk } from '../../../nodes/Zendesk/api';
import { limitTold } from '../../../nodes/Zendesk/limits';
import { fixForForbidden, scopeFor } from '../../../nodes/Zendesk/scopes';
import type { Call } from '../../../nodes/shared/transport/call';
import { runNode } from '../../support/engine';
import { ZendeskSupport } from '../../../nodes/Zendesk/ZendeskSupport.node';
import { closedNetwork } from '../../support/network';
import { api, CONTINUE, credentials } from './zendesk';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const call = (method: Call['method'], path: string): Call => ({ method, path });

describe('the scope that a call needs', () => {
	it.each([
		['GET', '/api/v2/tickets/77', 'tickets:read'],
		['POST', '/api/v2/uploads', 'tickets:write'],
		['GET', '/api/v2/incremental/ticket_events', 'tickets:read'],
		['POST', '/api/v2/user_fields', 'users:write'],
		['GET', '/api/v2/users?role%5B%5D=agent', 'users:read'],
		['PUT', '/api/v2/trigger_categories/5', 'triggers:write'],
		['DELETE', '/api/v2/webhooks/w1', 'webhooks:write'],
		['GET', '/api/v2/groups', 'read'],
	] as const)('%s %s: %s', (method, path, scope) => {
		expect(scopeFor(call(method, path))).toBe(scope);
	});
});

describe('a 403 is explained by what the token was granted', () => {
	const forbidden = (granted: string, asked = '') => fixForForbidden(call('POST', '/api/v2/triggers'), { oauthTokenData: { access_token: 'x', scope: granted }, scope: asked });

	it('the scope is not among it', () => {
		expect(forbidden('tickets:read users:read', 'tickets:read')).toMatch(/needs the scope "triggers:write"; the token was granted "tickets:read users:read"\. Add it to the Scope field/);
	});

	it('it was asked for, but not granted', () => {
		expect(forbidden('tickets:read', 'tickets:read triggers:write')).toMatch(/OAuth client in Zendesk does not allow it, or the token is older/);
	});

	it('a misspelt scope was granted nothing that counts', () => {
		expect(forbidden('trigger:write', 'trigger:write')).toMatch(/granted "trigger:write"\. Add it to the Scope field of the credential, spelt exactly so/);
	});

	it('the scope is there: it is the user who may not', () => {
		for (const granted of ['triggers:write', 'read write']) expect(forbidden(granted)).toMatch(/user it acts as who lacks the right/);
	});

	it('Zendesk did not say what it granted', () => {
		expect(fixForForbidden(call('POST', '/api/v2/triggers'), {})).toMatch(/needs "triggers:write"/);
	});

	it('and so it stands in the item', async () => {
		api().get('/api/v2/tickets/77').reply(403, { error: { title: 'Forbidden', message: 'no' } });
		const { main } = await runNode({
			nodeType: new ZendeskSupport(),
			parameters: { resource: 'ticket', operation: 'get', ticketId: '77' },
			credentials: { zendeskSupportOAuth2Api: { ...credentials().zendeskSupportOAuth2Api, oauthTokenData: { access_token: 'access-1', token_type: 'bearer', scope: 'users:read' }, scope: 'users:read' } },
			settings: CONTINUE,
		});
		expect(main.flat()[0].json.error).toMatchObject({ class: 'forbidden', fix: expect.stringMatching(/"tickets:read"; the token was granted "users:read"/) });
	});
});

describe('a 401 names the way in that was chosen', () => {
	const failure = { class: 'unauthorized', vendor: 'Zendesk Support', status: 401, message: 'no', fix: '' } as const;
	it.each([
		[{}, /client secret.*"Confidential"/],
		[{ grantType: 'pkce' }, /connect it again/],
		[{ apiToken: 'x' }, /API token.*2027-04-30/],
	])('%o', (given, fix) => {
		expect(zendesk.explain?.(failure, call('GET', '/api/v2/tickets'), given).fix).toMatch(fix);
	});
});

describe('a 429 names its limit', () => {
	it.each([
		['PUT', '/api/v2/tickets/77', /30 times in 10 minutes/],
		['PUT', '/api/v2/users/901', /5 times a minute/],
		['GET', '/api/v2/incremental/ticket_events', /10 calls a minute/],
		['GET', '/api/v2/tickets', /as its plan says/],
	] as const)('%s %s', (method, path, told) => {
		expect(limitTold(call(method, path), { status: 429, headers: {}, body: {} })).toMatch(told);
	});

	it('by the name that Zendesk gives it, too', () => {
		const headers = { 'zendesk-ratelimit-search-index': 'total=100; remaining=5; resets=3', 'zendesk-ratelimit-tickets-update': 'total=100; remaining=0; resets=41' };
		expect(limitTold(call('PUT', '/api/v2/tickets/77'), { status: 429, headers, body: {} })).toMatch(/"tickets-update" of 100/);
		expect(zendesk.waitMs({ status: 429, headers, body: {} })).toBe(41_000);
		expect(zendesk.waitMs({ status: 429, headers: { ...headers, 'retry-after': '93' }, body: {} })).toBe(93_000);
	});
});
