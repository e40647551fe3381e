import { generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import { byId, type Driver } from '../../../../support/drives';
import { age, type BrazeDrives } from '../braze';

const EVERY = { returnAll: true };
const NIGHTLY = { integration: byId('00000000-0000-4000-8000-000000000001') };

export const dataIngestion: BrazeDrives = {
	getMany: async (node) => {
		expect(await node.all('dataIngestion.getMany', EVERY)).toHaveLength(12);
		expect(node.called).toHaveLength(2);
	},
	getSyncJobs: async (node) => {
		const jobs = await node.all('dataIngestion.getSyncJobs', { ...NIGHTLY, ...EVERY });
		expect(jobs.map(({ job_status: status }) => status).slice(0, 3)).toEqual(['Success', 'Partial', 'Error']);
		expect(jobs).toHaveLength(12);
	},
	sync: async (node, sandbox) => {
		await node.one('dataIngestion.sync', NIGHTLY);
		expect(await node.failure('dataIngestion.sync', NIGHTLY)).toMatchObject({ message: expect.stringContaining('Another job is in progress') });
		await age(sandbox, 301);
		expect((await node.all('dataIngestion.getSyncJobs', { ...NIGHTLY, ...EVERY }))[0]).toMatchObject({ job_status: 'Success', rows_synced: 42 });
	},
};

const ACCOUNT = { givenName: 'Ada', familyName: 'Lovelace', department: 'finance', permissions: '{"companyPermissions": ["manage_company_settings"]}' };
const MARY = { email: 'marketer@example.com' };
const idOf = async (node: Driver) => ({ userId: z.object({ id: z.string() }).parse(await node.one('scimUser.search', MARY)).id });

export const scimUser: BrazeDrives = {
	create: async (node) => {
		const { id } = await node.one('scimUser.create', { email: 'ada@acme.example', ...ACCOUNT });
		expect(await node.one('scimUser.get', { userId: String(id) })).toMatchObject({ userName: 'ada@acme.example', department: 'finance' });
		expect(await node.failure('scimUser.create', { email: 'ada@acme.example', ...ACCOUNT })).toMatchObject({ class: 'conflict' });
	},
	delete: async (node) => {
		const mary = await idOf(node);
		await node.one('scimUser.delete', mary);
		expect(await node.failure('scimUser.get', mary)).toMatchObject({ class: 'notFound' });
	},
	get: async (node) => {
		expect(await node.one('scimUser.get', await idOf(node))).toMatchObject({ userName: MARY.email, name: { givenName: 'Mary' } });
	},
	search: async (node) => {
		expect(await node.one('scimUser.search', MARY)).toMatchObject({ department: 'marketing' });
		expect(await node.all('scimUser.search', { email: 'nobody@acme.example' })).toEqual([]);
	},
	update: async (node) => {
		const mary = await idOf(node);
		await node.one('scimUser.update', { ...mary, ...ACCOUNT });
		expect(await node.one('scimUser.get', mary)).toMatchObject({ userName: MARY.email, name: { givenName: 'Ada' }, department: 'finance' });
	},
};

const IOS = { appId: 'app-acme-ios' };
const { publicKey: KEY } = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
const newKey = async (node: Driver, makePrimary = false) =>
	z.object({ id: z.string() }).parse(await node.one('sdkAuthentication.create', { ...IOS, publicKey: KEY, description: 'iOS', makePrimary })).id;

export const sdkAuthentication: BrazeDrives = {
	create: async (node) => {
		const id = await newKey(node, true);
		expect(await node.one('sdkAuthentication.getMany', { ...IOS, ...EVERY })).toMatchObject({ id, is_primary: true, rsa_public_key: KEY });
	},
	delete: async (node) => {
		const primary = await newKey(node, true);
		const other = await newKey(node);
		await node.one('sdkAuthentication.delete', { ...IOS, keyId: other });
		expect((await node.all('sdkAuthentication.getMany', { ...IOS, ...EVERY })).map(({ id }) => id)).toEqual([primary]);
		expect(await node.failure('sdkAuthentication.delete', { ...IOS, keyId: primary })).toMatchObject({ message: expect.stringContaining('primary') });
	},
	getMany: async (node) => {
		await newKey(node);
		await newKey(node);
		expect(await node.all('sdkAuthentication.getMany', { ...IOS, ...EVERY })).toHaveLength(2);
	},
	setPrimary: async (node) => {
		await newKey(node, true);
		const keyId = await newKey(node);
		await node.one('sdkAuthentication.setPrimary', { ...IOS, keyId });
		expect((await node.all('sdkAuthentication.getMany', { ...IOS, ...EVERY })).filter(({ is_primary: is }) => is).map(({ id }) => id)).toEqual([keyId]);
	},
};
