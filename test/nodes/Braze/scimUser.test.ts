import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { Braze } from '../../../nodes/Braze/Braze.node';
import { runNode } from '../../support/engine';
import { closedNetwork, RESET } from '../../support/network';
import { CONTINUE, HOST } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const SCIM = { brazeScimApi: { baseUrl: HOST, scimToken: 'scim-1', origin: 'acme-origin' } };
const api = () => nock(HOST, { reqheaders: { authorization: 'Bearer scim-1', 'x-request-origin': 'acme-origin' }, badheaders: ['x-n8n-execution-id'] });
const run = async (operation: string, more: INodeParameters = {}) =>
	await runNode({ nodeType: new Braze(), parameters: { resource: 'scimUser', operation, ...more }, credentials: SCIM, settings: CONTINUE });
const errorOf = async (operation: string, more: INodeParameters = {}) => (await run(operation, more)).main[1][0].json.error;
const refusal = (status: number, detail: string) => ({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], detail, status });

const ACCOUNT = { givenName: 'Ada', familyName: 'Lovelace', department: 'finance', permissions: '{"companyPermissions": ["manage_company_settings"]}' };
const BODY = {
	schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
	name: { givenName: 'Ada', familyName: 'Lovelace' },
	department: 'finance',
	permissions: { companyPermissions: ['manage_company_settings'] },
};
const USER = { schemas: BODY.schemas, id: 'id-1', userName: 'ada@example.com' };
const SHOWN = { id: 'id-1', userName: 'ada@example.com' };

it('finds by address with the SCIM token and its origin, no item where there is none', async () => {
	api().get('/scim/v2/Users').query({ filter: 'userName eq "ada@example.com"' }).reply(200, { totalResults: 1, Resources: [SHOWN] });
	expect((await run('search', { email: 'ada@example.com' })).main[0].map(({ json }) => json)).toEqual([SHOWN]);
	api().get('/scim/v2/Users').query(true).reply(200, { totalResults: 0, Resources: [] });
	expect((await run('search', { email: 'ada@example.com' })).main[0]).toEqual([]);
});

it('reads, makes, replaces and deletes', async () => {
	api().get('/scim/v2/Users/id-1').reply(200, USER);
	expect((await run('get', { userId: 'id-1' })).main[0][0].json).toEqual(SHOWN);
	api().post('/scim/v2/Users', { userName: 'ada@example.com', ...BODY }).reply(201, USER);
	expect((await run('create', { email: 'ada@example.com', ...ACCOUNT })).main[0][0].json).toEqual(SHOWN);
	api().put('/scim/v2/Users/id-1', BODY).reply(200, USER);
	expect((await run('update', { userId: 'id-1', ...ACCOUNT })).main[0][0].json).toEqual(SHOWN);
	api().delete('/scim/v2/Users/id-1').reply(204);
	expect((await run('delete', { userId: 'id-1' })).main[0][0].json).toEqual({ userId: 'id-1', deleted: true });
});

it.each([
	[401, 'unauthorized', 'SCIM token'],
	[404, 'notFound', 'Search'],
	[400, 'invalidInput', 'appendix'],
])('%i is told in SCIM\'s own words, as %s', async (status, failureClass, fix) => {
	api().get('/scim/v2/Users/id-1').times(status === 401 ? 2 : 1).reply(status, refusal(status, 'the detail'));
	expect(await errorOf('get', { userId: 'id-1' })).toMatchObject({ class: failureClass, status, message: 'Braze: the detail', fix: expect.stringContaining(fix) });
});

it('an address that is taken is a conflict, a lost answer unknown', async () => {
	api().post('/scim/v2/Users').reply(409, refusal(409, 'User already exists in the database.'));
	expect(await errorOf('create', { email: 'ada@example.com', ...ACCOUNT })).toMatchObject({ class: 'conflict' });
	api().post('/scim/v2/Users').replyWithError(RESET);
	expect(await errorOf('create', { email: 'ada@example.com', ...ACCOUNT })).toMatchObject({ class: 'unknownOutcome' });
});

it('a search that would leave its quotes is refused', async () => {
	expect(await errorOf('search', { email: 'a"b@example.com' })).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/^Email: /) });
});
