import { generateKeyPairSync } from 'node:crypto';
import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const APP = 'app-acme-ios';
const pem = (publicKey: { export: (options: { type: 'spki'; format: 'pem' }) => string | Buffer }): string => publicKey.export({ type: 'spki', format: 'pem' }).toString();
const RSA = pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey);
const EC = pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey);

const create = async (body: object = {}) => await braze.call('POST', '/app_group/sdk_authentication/create', { app_id: APP, rsa_public_key_str: RSA, description: 'a key', ...body });
const keys = async (app = APP) => (await braze.call('GET', `/app_group/sdk_authentication/keys?app_id=${app}`)).body.keys;

it('creates, lists, makes primary and deletes', async () => {
	const first = (await create({ make_primary: true })).body.id;
	const second = (await create({ description: 'another' })).body.id;
	expect(await keys()).toEqual([
		{ id: first, rsa_public_key: RSA, description: 'a key', is_primary: true },
		{ id: second, rsa_public_key: RSA, description: 'another', is_primary: false },
	]);
	expect((await braze.call('DELETE', '/app_group/sdk_authentication/delete', { app_id: APP, key_id: first })).status).toBe(400);
	const moved = await braze.call('PUT', '/app_group/sdk_authentication/primary', { app_id: APP, key_id: second });
	expect(moved.body.keys).toMatchObject([{ is_primary: false }, { is_primary: true }]);
	expect((await braze.call('DELETE', '/app_group/sdk_authentication/delete', { app_id: APP, key_id: first })).body.keys).toMatchObject([{ id: second }]);
	expect(await keys('app-acme-web')).toEqual([]);
});

it('keeps at most three keys an app', async () => {
	for (let at = 0; at < 3; at++) expect((await create()).status).toBe(201);
	expect((await create()).status).toBe(400);
	expect((await create({ app_id: 'app-acme-web' })).status).toBe(201);
});

it.each([
	['another kind of key', { rsa_public_key_str: EC }],
	['no key', { rsa_public_key_str: 'MIIB' }],
	['no description', { description: '' }],
	['an unknown app', { app_id: 'nope' }],
])('refuses %s', async (_, body) => {
	expect((await create(body)).status).toBe(400);
	expect(await keys()).toEqual([]);
});

it('refuses a key of another app', async () => {
	const { id } = (await create()).body;
	expect((await braze.call('PUT', '/app_group/sdk_authentication/primary', { app_id: 'app-acme-web', key_id: id })).status).toBe(400);
});
