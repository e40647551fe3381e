import { field, storyOperation } from '../../../nodes/shared/operation';
import { runNode } from '../../support/engine';
import { closedNetwork } from '../../support/network';
import { probeNode } from '../../support/probeNode';
import { HOST, KEY } from '../../support/probeVendor';

closedNetwork();

const about = { name: 'Act', action: 'Act on a thing', description: 'For tests', documentation: 'https://vendor.test/docs', retry: 'safe' as const };

const readsFile = storyOperation({
	...about,
	fields: { from: field.choice({ displayName: 'From', options: [{ name: 'File', value: 'file' }, { name: 'None', value: 'none' }], initial: 'file' }), file: field.shownWhen({ from: ['file'] }, field.binary({ displayName: 'Input File' })) },
	story: async ({ file }) => (file === undefined ? { file: null } : { name: file.fileName, type: file.mimeType, bytes: (await file.bytes()).toString('hex') }),
});

const credentials = { brazeMessagingApi: { instance: 'custom', baseUrl: HOST, apiKey: KEY } };
const file = (hex: string, more: object = { fileName: 'a.bin' }) => ({ data: { data: Buffer.from(hex, 'hex').toString('base64'), mimeType: 'application/octet-stream', ...more } });
const run = async (parameters: object, files: Array<ReturnType<typeof file>>, items = [{}]) =>
	await runNode({ nodeType: probeNode(readsFile), parameters: { resource: 'thing', operation: 'act', ...parameters }, items, files, credentials, settings: { onError: 'continueErrorOutput' } });

it('a file of each item, byte for byte, under the name of its property', async () => {
	const { main } = await run({ file: 'data' }, [file('00ff80'), file('01', {})], [{}, {}]);
	expect(main[0].map(({ json }) => json)).toEqual([
		{ name: 'a.bin', type: 'application/octet-stream', bytes: '00ff80' },
		{ name: 'file', type: 'application/octet-stream', bytes: '01' },
	]);
});

it('an item without that file fails by itself, by the name of the field', async () => {
	const { main } = await run({ file: 'data' }, [file('01')], [{}, {}]);
	expect(main[0]).toHaveLength(1);
	expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/^Input File: .*binary/) });
});

it('a field that is hidden asks for no file', async () => {
	const { main } = await run({ from: 'none', file: 'data' }, []);
	expect(main[0].map(({ json }) => json)).toEqual([{ file: null }]);
});
