import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { targetsCsv } from '../../../nodes/Sendbird/notification/targetsFile';
import { closedNetwork, RESET } from '../../support/network';
import { CONTINUE, notifications, runSendbird, sendbirdError } from './sendbird';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const STORAGE = 'https://bucket.storage.test';
const SEND: INodeParameters = { resource: 'notification', operation: 'sendBatchFromFile', templateKey: 'sale', userId: '={{ $json.id }}', variablesFrom: 'json', variablesJson: '={{ $json.vars ?? {} }}' };
const ids = (...given: string[]): IDataObject[] => given.map((id) => ({ id }));
const send = async (items: IDataObject[], more: INodeParameters = {}) => await runSendbird({ ...SEND, more }, items, { settings: CONTINUE });

const KEY = /^\/v1\/storage\/targets_files\/([\w-]+)\/presigned_urls$/;

/** Sendbird gives a URL of another host; every field of the form must come along. */
function presigns(keys: string[] = [], fields: object = { key: 'uploads/x', policy: 'P==', 'x-amz-signature': 'S' }): void {
	notifications()
		.post(KEY, { overwrite_duplicate_key: false })
		.reply((uri) => {
			const [, key] = KEY.exec(uri) ?? [];
			keys.push(key);
			return [200, { url: `${STORAGE}/bucket`, fields, file_key: key }];
		});
}

interface Upload {
	body: string;
	headers: Record<string, string>;
}

function storageTakes(uploads: Upload[], status = 204): nock.Scope {
	return nock(STORAGE, { badheaders: ['api-token', 'authorization'] })
		.post('/bucket', () => true)
		.reply(function reply(_uri, body) {
			uploads.push({ body: String(body), headers: Object.fromEntries(Object.entries(this.req.headers).map(([name, value]) => [name, String(value)])) });
			return [status];
		});
}

it('uploads the ids to the storage without our token, then sends to the file', async () => {
	const keys: string[] = [];
	const uploads: Upload[] = [];
	presigns(keys);
	storageTakes(uploads);
	notifications().post('/v1/notifications', (body) => body.targets_filename === keys[0] && body.targets === undefined && body.mode === 'batch' && body.template.key === 'sale').reply(200, { notification_id: 'n1' });
	const { main, error } = await send(ids('u1', 'ü,2', 'say "hi"'), { fileKeyPrefix: 'black-friday' });
	expect(error).toBeUndefined();
	expect(keys[0]).toMatch(/^black-friday-[0-9a-f]{18}$/);
	const [, boundary] = /^multipart\/form-data; boundary=(.+)$/.exec(uploads[0].headers['content-type']) ?? [];
	const text = (name: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
	expect(uploads[0].body).toBe(
		text('key', 'uploads/x') + text('policy', 'P==') + text('x-amz-signature', 'S') +
			`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="targets.csv"\r\nContent-Type: text/csv\r\n\r\nu1\n"ü,2"\n"say ""hi"""\n\r\n--${boundary}--\r\n`,
	);
	expect(main[0].map(({ json, pairedItem }) => [json, pairedItem])).toEqual(
		['u1', 'ü,2', 'say "hi"'].map((userId, item) => [{ userId, templateKey: 'sale', status: 'QUEUED', targets: 3, fileKey: keys[0], answer: { notification_id: 'n1' } }, { item }]),
	);
});

it('variables go by user, as in a batch', async () => {
	presigns();
	storageTakes([]);
	notifications().post('/v1/notifications', (body) => JSON.stringify(body.template.variables) === '{"u1":{"n":1}}').reply(200, {});
	await send([{ id: 'u1', vars: { n: 1 } }, { id: 'u2' }]);
});

it('the header line is added where asked', () => {
	expect(targetsCsv(['u1'], 'user_id')).toBe('user_id\nu1\n');
	expect(targetsCsv(['u1', 'a\nb'])).toBe('u1\n"a\nb"\n');
});

it('for a user who comes twice there is another file, with a key of its own', async () => {
	const keys: string[] = [];
	const uploads: Upload[] = [];
	for (let file = 0; file < 2; file++) {
		presigns(keys);
		storageTakes(uploads);
		notifications().post('/v1/notifications').reply(200, {});
	}
	const { main } = await send(ids('a', 'b', 'a'));
	expect(main[0].map(({ json }) => json.fileKey)).toEqual([keys[0], keys[0], keys[1]]);
	expect(new Set(keys).size).toBe(2);
	expect(uploads.map(({ body }) => /text\/csv\r\n\r\n([^]*)\n\r\n/.exec(body)?.[1].split('\n'))).toEqual([['a', 'b'], ['a']]);
});

it('past the size there is another file', async () => {
	const uploads: Upload[] = [];
	for (let file = 0; file < 2; file++) {
		presigns();
		storageTakes(uploads);
		notifications().post('/v1/notifications').reply(200, {});
	}
	await send(ids('a', 'b', 'c'), { batchSize: 2 });
	expect(uploads).toHaveLength(2);
});

describe('failures', () => {
	it('a storage in trouble is tried again: the same file may come twice', async () => {
		const uploads: Upload[] = [];
		presigns();
		storageTakes(uploads, 503);
		nock(STORAGE).post('/bucket').replyWithError(RESET);
		storageTakes(uploads, 201);
		notifications().post('/v1/notifications').reply(200, {});
		expect((await send(ids('u1'))).main[0]).toHaveLength(1);
		expect(uploads).toHaveLength(2);
	});

	it('a storage that refuses: nobody was notified, and the items say so', async () => {
		presigns();
		storageTakes([], 403);
		const { main } = await send(ids('u1', 'u2'));
		expect(main[1].map(({ json }) => json.error)).toEqual([expect.objectContaining({ class: 'unavailable', status: 403, fix: expect.stringContaining('Nobody was notified') }), expect.objectContaining({ status: 403 })]);
	});

	it('a storage that is never reached', async () => {
		presigns();
		nock(STORAGE).post('/bucket').times(3).replyWithError(RESET);
		expect((await send(ids('u1'))).main[1][0].json.error).toMatchObject({ class: 'unavailable', message: expect.stringContaining('ECONNRESET') });
	});

	it('no URL from Sendbird', async () => {
		notifications().post(KEY).reply(400, sendbirdError(400111, 'Duplicate file key.'));
		expect((await send(ids('u1'))).main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('Duplicate') });
		notifications().post(KEY).reply(200, { fields: {} });
		expect((await send(ids('u1'))).main[1][0].json.error).toMatchObject({ class: 'unknownOutcome' });
	});

	it('the send after the upload refused, or lost', async () => {
		presigns();
		storageTakes([]);
		notifications().post('/v1/notifications').replyWithError(RESET);
		expect((await send(ids('u1'))).main[1][0].json.error).toMatchObject({ class: 'unknownOutcome' });
	});
});
