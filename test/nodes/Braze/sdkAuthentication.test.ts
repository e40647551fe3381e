import type { INodeParameters } from 'n8n-workflow';
import { closedNetwork, RESET } from '../../support/network';
import { api, CONTINUE, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const PATH = '/app_group/sdk_authentication';
const PEM = '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----';
const KEYS = { keys: [{ id: 'k1', is_primary: true }, { id: 'k2', is_primary: false }] };
const key = (operation: string, more: INodeParameters = {}): INodeParameters => ({ resource: 'sdkAuthentication', operation, appId: 'app', ...more });
const CREATE = key('create', { publicKey: PEM, description: 'iOS' });
const errorOf = async (parameters: INodeParameters) => (await runBraze(parameters, [{}], CONTINUE)).main[1][0].json.error;

it('makes one, once', async () => {
	api().post(`${PATH}/create`, { app_id: 'app', rsa_public_key_str: PEM, description: 'iOS', make_primary: true }).reply(201, { id: 'k3' });
	expect((await runBraze({ ...CREATE, makePrimary: true })).main[0][0].json).toEqual({ appId: 'app', id: 'k3' });
	api().post(`${PATH}/create`).replyWithError(RESET);
	expect(await errorOf(CREATE)).toMatchObject({ class: 'unknownOutcome' });
});

it('lists, chooses and deletes', async () => {
	api().get(`${PATH}/keys`).query({ app_id: 'app' }).reply(200, KEYS);
	expect((await runBraze(key('getMany'))).main[0].map(({ json }) => json.id)).toEqual(['k1', 'k2']);
	api().put(`${PATH}/primary`, { app_id: 'app', key_id: 'k2' }).reply(200, KEYS);
	expect((await runBraze(key('setPrimary', { keyId: 'k2' }))).main[0][0].json).toEqual({ appId: 'app', ...KEYS });
	api().delete(`${PATH}/delete`, { app_id: 'app', key_id: 'k2' }).reply(200, { keys: [] });
	expect((await runBraze(key('delete', { keyId: 'k2' }))).main[0][0].json).toEqual({ appId: 'app', deletedKeyId: 'k2', keys: [] });
});

it('a private key never leaves', async () => {
	expect(await errorOf({ ...CREATE, publicKey: PEM.replace(/PUBLIC/g, 'PRIVATE') })).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/^RSA Public Key: /) });
});

it('names the permission that the key lacks', async () => {
	api().delete(`${PATH}/delete`).reply(403, { message: 'Access Denied' });
	expect(await errorOf(key('delete', { keyId: 'k' }))).toMatchObject({ class: 'forbidden', fix: expect.stringContaining('"sdk_authentication.delete"') });
});
