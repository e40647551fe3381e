/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the test unpacks the export itself */
import { inflateRawSync } from 'node:zlib';
import { KEY, startBraze, startReceiver, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze({ waitFactor: 1 });
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const HOUR = 3_600_000;

/** The files of a ZIP, by its directory, which its last 22 bytes lead to. */
function unzip(zip: Buffer): Array<{ name: string; text: string }> {
	const end = zip.subarray(-22);
	expect(end.readUInt32LE(0)).toBe(0x06054b50);
	const files = [];
	for (let at = end.readUInt32LE(16), left = end.readUInt16LE(10); left > 0; left--) {
		expect(zip.readUInt32LE(at)).toBe(0x02014b50);
		const nameLength = zip.readUInt16LE(at + 28);
		const local = zip.readUInt32LE(at + 42);
		expect(zip.readUInt32LE(local)).toBe(0x04034b50);
		const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		files.push({ name: zip.toString('utf8', at + 46, at + 46 + nameLength), text: inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20))).toString('utf8') });
		at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	return files;
}

const download = async (url: unknown) => await fetch(String(url));
const filesAt = async (url: unknown) => unzip(Buffer.from(await (await download(url)).arrayBuffer()));
const people = async (url: unknown): Promise<Array<Record<string, unknown>>> =>
	(await filesAt(url)).flatMap(({ text }) => text.trim().split('\n')).map((line) => JSON.parse(line) as Record<string, unknown>);
const exportSegment = async (body: object = {}) => await braze.call('POST', '/users/export/segment', { segment_id: 'segment-lyon', fields_to_export: ['external_id', 'first_name'], ...body });

it('gives a URL at once and the file when the export is ready', async () => {
	const { status, body } = await exportSegment();
	expect(status).toBe(201);
	expect(body).toMatchObject({ message: 'success', url: expect.stringContaining(String(body.object_prefix)) });
	expect((await download(body.url)).status).toBe(404);
	braze.world.age(HOUR);
	expect(await people(body.url)).toEqual([
		{ external_id: 'guest-05', first_name: 'Chloé' },
		{ external_id: 'guest-06', first_name: 'Hugo' },
		{ external_id: 'guest-07', first_name: 'Inès' },
		{ external_id: 'guest-08', first_name: 'Jules' },
	]);
});

it('exports all custom attributes, or those that are named', async () => {
	const { body } = await exportSegment({ fields_to_export: ['external_id'], custom_attributes_to_export: ['franchise'] });
	braze.world.age(HOUR);
	expect((await people(body.url))[0]).toEqual({ external_id: 'guest-05', custom_attributes: { franchise: 'lyon' } });
	const all = await exportSegment({ fields_to_export: ['custom_attributes'], custom_attributes_to_export: ['franchise'] });
	braze.world.age(HOUR);
	expect(Object.keys((await people(all.body.url))[0].custom_attributes as object)).toContain('visits');
});

it('cuts a segment into several files, with everybody in one of them', async () => {
	const { body } = await exportSegment({ segment_id: 'segment-all-guests', fields_to_export: ['external_id'] });
	braze.world.age(HOUR);
	const files = await filesAt(body.url);
	expect(files.map(({ text }) => text.trim().split('\n').length)).toEqual([6, 6]);
	expect(new Set(files.map(({ name }) => name)).size).toBe(2);
	expect(new Set((await people(body.url)).map((one) => one.external_id)).size).toBe(12);
});

it('names no URL where the account has a cloud storage, which GZIP stands for', async () => {
	const receiver = await startReceiver();
	const { status, body } = await exportSegment({ output_format: 'gzip', callback_endpoint: receiver.url });
	expect({ status, body }).toEqual({ status: 201, body: { message: 'success', object_prefix: expect.any(String) } });
	braze.world.age(HOUR);
	const [call] = await receiver.calls(1);
	expect(JSON.parse(call.body)).toEqual({ success: true });
	await receiver.close();
});

it('runs one export of a segment at a time', async () => {
	await exportSegment();
	expect((await exportSegment()).status).toBe(400);
	expect((await exportSegment({ segment_id: 'segment-oslo' })).status).toBe(201);
	braze.world.age(HOUR);
	expect((await exportSegment()).status).toBe(201);
});

it('calls back when it is ready', async () => {
	const receiver = await startReceiver();
	const { body } = await exportSegment({ callback_endpoint: receiver.url });
	braze.world.age(HOUR);
	const [call] = await receiver.calls(1);
	expect(JSON.parse(call.body)).toEqual({ success: true, url: body.url });
	expect(call.body).not.toContain(KEY);
	await receiver.close();
});

it('exports the global control group', async () => {
	const { status, body } = await braze.call('POST', '/users/export/global_control_group', { fields_to_export: ['external_id', 'random_bucket'] });
	expect(status).toBe(201);
	braze.world.age(HOUR);
	const group = await people(body.url);
	expect(group.length).toBeGreaterThan(0);
	expect(group.every(({ random_bucket: bucket }) => Number(bucket) % 20 === 7)).toBe(true);
});

it.each([
	['no fields', { fields_to_export: undefined }],
	['an unknown segment', { segment_id: 'segment-nowhere' }],
	['another format', { output_format: 'csv' }],
])('refuses %s', async (_, body) => {
	expect((await exportSegment(body)).status).toBe(400);
});
