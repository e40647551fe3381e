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

/** The one file of a ZIP, by its local header. */
function unzip(zip: Buffer): string {
	expect(zip.readUInt32LE(0)).toBe(0x04034b50);
	const start = 30 + zip.readUInt16LE(26) + zip.readUInt16LE(28);
	return inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(18))).toString('utf8');
}

const download = async (url: unknown) => await fetch(String(url));
const people = async (url: unknown): Promise<Array<Record<string, unknown>>> =>
	unzip(Buffer.from(await (await download(url)).arrayBuffer())).trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
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
