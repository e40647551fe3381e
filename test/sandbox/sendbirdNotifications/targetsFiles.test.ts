import { userIdsOf } from '../../../sandbox/sendbirdNotifications/csv';
import { RULES } from '../../../sandbox/sendbirdNotifications/rules';
import { ADA, JOERG, startSendbird, type Sendbird } from '../sendbird/harness';

let sendbird: Sendbird;
beforeAll(async () => {
	sendbird = await startSendbird();
});
beforeEach(async () => await sendbird.reset());
afterAll(async () => await sendbird.close());

interface Presigned {
	url: string;
	fields: Record<string, string>;
	file_key: string;
	code?: number;
}

const presign = async (key: string, body: object = {}) => (await sendbird.notify<Presigned>('POST', `/v1/storage/targets_files/${encodeURIComponent(key)}/presigned_urls`, body)).body;

async function upload({ url, fields }: Presigned, csv: string, change: (form: FormData) => void = () => undefined): Promise<number> {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	form.append('file', new Blob([csv], { type: 'text/csv' }), 'targets.csv');
	change(form);
	const answer = await fetch(url, { method: 'POST', body: form });
	await answer.text();
	return answer.status;
}

const sendFile = async (key: string) => await sendbird.notify('POST', '/v1/notifications', { template: { key: 'welcome' }, mode: 'batch', targets_filename: key });

describe('the file', () => {
	it('is presigned, uploaded without a token, and sent to', async () => {
		const presigned = await presign('spring list.csv');
		expect(presigned.file_key).toBe('spring list.csv');
		expect(await upload(presigned, `user_id\r\n${ADA}\r\n"${JOERG}"\r\n`)).toBe(204);
		expect((await sendFile('spring list.csv')).body).toMatchObject({ target_count: 2 });
		await sendbird.event(({ kind, customer }) => kind === 'sent' && customer === JOERG);
		expect((await sendbird.inbox(ADA))[0].text).toBe('Welcome aboard!');
		expect((await sendbird.notify('GET', '/v1/storage/targets_files')).body).toMatchObject({ targets_files: [{ file_key: 'spring list.csv' }] });
	});

	it('needs every field, before the file, and a fresh URL', async () => {
		const presigned = await presign('a.csv');
		expect(await upload(presigned, ADA, (form) => form.delete('policy'))).toBe(403);
		expect(await upload(presigned, ADA, (form) => form.set('key', 'other'))).toBe(403);
		expect(await upload(presigned, ADA, (form) => form.delete('file'))).toBe(400);
		expect(await upload(presigned, ADA, (form) => {
			form.delete('x-amz-signature');
			form.append('x-amz-signature', presigned.fields['x-amz-signature']);
		})).toBe(403);
		expect(await upload(presigned, ADA)).toBe(204);
		expect(await upload(presigned, ADA)).toBe(403);
	});

	it('has an hour', async () => {
		const presigned = await presign('a.csv');
		await sendbird.age(3601);
		expect(await upload(presigned, ADA)).toBe(403);
	});

	it('is not overwritten unless told so', async () => {
		await upload(await presign('a.csv'), ADA);
		expect((await presign('a.csv')).code).toBe(400202);
		expect(sendbird.lastRule()).toEqual(RULES.fileKey);
		expect(await upload(await presign('a.csv', { overwrite_duplicate_key: true }), `${ADA}\n${JOERG}`)).toBe(204);
		expect((await sendFile('a.csv')).body).toMatchObject({ target_count: 2 });
	});

	it('holds up to 100,000 ids', async () => {
		const ids = (count: number) => Array.from({ length: count }, (_, index) => `id-${index}`).join('\n');
		await upload(await presign('most.csv'), ids(100_000));
		expect((await sendFile('most.csv')).body).toMatchObject({ target_count: 100_000 });
		await upload(await presign('more.csv'), ids(100_001));
		expect((await sendFile('more.csv')).body.code).toBe(400111);
	});

	it('that nobody uploaded, or that holds nobody, is refused', async () => {
		await presign('never.csv');
		expect((await sendFile('never.csv')).body.code).toBe(400201);
		await upload(await presign('empty.csv'), 'user_id\n\n');
		expect((await sendFile('empty.csv')).body.code).toBe(400111);
	});
});

test.each([
	['plain', 'a\nb', ['a', 'b']],
	['a heading, a mark at the start, blank lines', '\ufeffuser_id,name\r\na,Ada\r\n\r\nb,Bob\r\n', ['a', 'b']],
	['quotes', '"a,b",x\n"say ""hi"""', ['a,b', 'say "hi"']],
])('a CSV: %s', (_, csv, ids) => {
	expect(userIdsOf(csv)).toEqual(ids);
});
