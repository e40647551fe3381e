import nock from 'nock';
import { ZendeskSupport } from '../../../nodes/Zendesk/ZendeskSupport.node';
import { runNode } from '../../support/engine';
import { closedNetwork } from '../../support/network';
import { waits } from '../../support/quickSleep';
import { api, CLOSED_422, oneOf, ticket } from './zendesk';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const GET = { resource: 'ticket', operation: 'get', ticketId: '77' };
const UPDATE = { resource: 'ticket', operation: 'update', ticketId: '77', comment: 'x' };

describe('what Zendesk refuses is told with its class and what to do, in all four shapes of its errors', () => {
	it('a missing right or scope', async () => {
		api().put('/api/v2/tickets/77').reply(403, { error: { title: 'Forbidden', message: 'You do not have access to this page.' } });
		expect(await oneOf(UPDATE)).toMatchObject({
			error: { class: 'forbidden', status: 403, message: 'Zendesk: Forbidden. You do not have access to this page.', fix: expect.stringContaining('"tickets:write"') },
		});
		api().get('/api/v2/tickets/77').reply(403, { error: 'Forbidden' });
		expect(await oneOf(GET)).toMatchObject({ error: { class: 'forbidden', fix: expect.stringContaining('"tickets:read"') } });
	});

	it('a closed ticket', async () => {
		api().put('/api/v2/tickets/77').reply(422, CLOSED_422);
		expect(await oneOf(UPDATE)).toMatchObject({ error: { class: 'closed', status: 422, code: 'RecordInvalid', message: expect.stringContaining('closed prevents ticket update'), fix: expect.stringContaining('follow-up') } });
	});

	it('another 422, with all that is wrong', async () => {
		const details = { requester: [{ description: 'Requester: Name: is too short (minimum is 1 character)' }], base: [{ description: 'Description: cannot be blank', error: 'BlankValue' }] };
		api().put('/api/v2/tickets/77').reply(422, { error: 'RecordInvalid', description: 'Record validation errors', details });
		expect(await oneOf(UPDATE)).toMatchObject({ error: { class: 'invalidInput', message: 'Zendesk: Record validation errors. Requester: Name: is too short (minimum is 1 character). Description: cannot be blank' } });
	});

	it('a list of errors', async () => {
		api().get('/api/v2/tickets/77').reply(400, { errors: [{ code: 'InvalidPaginationDepth', title: 'Too deep', detail: 'Use cursors' }] });
		expect(await oneOf(GET)).toMatchObject({ error: { class: 'invalidInput', code: 'InvalidPaginationDepth', message: 'Zendesk: Too deep: Use cursors' } });
	});

	it('an endpoint that the plan does not have, or a wrong subdomain', async () => {
		api().get('/api/v2/tickets/77').reply(404, { error: 'InvalidEndpoint', description: 'Not found' });
		expect(await oneOf(GET)).toMatchObject({ error: { class: 'notFound', fix: expect.stringContaining('plan') } });
		api().get('/api/v2/tickets/77').reply(404, '<html>No help desk here</html>', { 'Content-Type': 'text/html' });
		expect(await oneOf(GET)).toMatchObject({ error: { class: 'notFound', message: 'Zendesk: HTTP 404' } });
	});

	it('a redirect, as an unknown subdomain gives, speaks of the subdomain', async () => {
		api().get('/api/v2/tickets/77').reply(302, '', { Location: 'https://www.zendesk.com/app/help-center-closed/' });
		expect(await oneOf(GET)).toMatchObject({ error: { status: 302, fix: expect.stringContaining('subdomain') } });
	});
});

describe('waits', () => {
	it('429: Retry-After, in seconds', async () => {
		api().put('/api/v2/tickets/77').reply(429, {}, { 'Retry-After': '93' });
		expect(await oneOf({ ...UPDATE, connection: { longestWait: 30 } })).toMatchObject({ error: { class: 'rateLimited', status: 429, retryAfter: 93 } });
	});

	it('503 at a maintenance: Retry-After, for a read', async () => {
		api().get('/api/v2/tickets/77').reply(503, {}, { 'Retry-After': '11' }).get('/api/v2/tickets/77').reply(200, { ticket: ticket() });
		expect(await oneOf(GET)).toMatchObject({ id: 77 });
		expect(waits).toEqual([11_000]);
	});
});

it('an answer that is not Zendesk\'s fails its item with words for people', async () => {
	api().get('/api/v2/tickets/77').reply(200, '<html>Welcome</html>', { 'Content-Type': 'text/html' });
	const { error } = await oneOf(GET);
	expect(error).toMatchObject({ vendor: 'Zendesk Support', message: expect.not.stringContaining('invalid_type') });
});

it('a base URL of the credential takes the place of the subdomain, and gets the execution\'s id', async () => {
	const host = 'http://127.0.0.1:4010';
	nock(host).post('/zendesk/oauth/tokens').reply(200, { access_token: 'tok-sandbox', token_type: 'bearer' });
	nock(host, { reqheaders: { authorization: 'Bearer tok-sandbox', 'x-n8n-execution-id': 'execution-7' } }).get('/zendesk/api/v2/tickets/77').reply(200, { ticket: ticket() });
	const credentials = { zendeskSupportOAuth2Api: { subdomain: 'acme', baseUrl: `${host}/zendesk`, clientId: 'n8n', clientSecret: 'zendesk-client-secret' } };
	expect((await runNode({ nodeType: new ZendeskSupport(), parameters: GET, credentials })).error).toBeUndefined();
});
