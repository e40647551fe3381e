import type { IExecuteFunctions } from 'n8n-workflow';
import { callOperation, describe as form, field, run, type Resources } from '../../../nodes/shared/operation';
import { inExecute } from '../../support/engine';
import { closedNetwork } from '../../support/network';
import { api, HOST, KEY, vendor } from '../../support/probeVendor';
import { oneByOne } from './probeOperations';

closedNetwork();

const remove = callOperation({
	...oneByOne.about,
	action: 'Delete a thing',
	dangerous: 'deletes',
	fields: { id: field.requiredId({ displayName: 'Thing ID' }) },
	retry: 'safe',
	request: ({ id }) => ({ method: 'DELETE', path: `/things/${id}` }),
	outcome: () => ({ deleted: true }),
});

const resources: Resources = { thing: { name: 'Thing', operations: { remove, oneByOne } } };

const runAs = async (isTool: boolean, parameters: Record<string, unknown>) =>
	await inExecute({ brazeMessagingApi: { instance: 'custom', baseUrl: HOST, apiKey: KEY } }, async (context) => {
		const given: Record<string, unknown> = { resource: 'thing', operation: 'remove', id: '1', ...parameters };
		const own: Partial<IExecuteFunctions> = {
			isToolExecution: () => isTool,
			getInputData: () => [{ json: {} }],
			getNodeParameter: ((name: string, _index: number, fallback: unknown) => given[name] ?? fallback) as IExecuteFunctions['getNodeParameter'],
		};
		const asNode = new Proxy(context, { get: (target, name): unknown => Reflect.get(name in own ? own : target, name) });
		return await run(asNode, vendor, resources).catch((error: unknown) => error);
	});

describe('an operation that deletes', () => {
	it('refuses to run for an AI agent, and says which switch allows it', async () => {
		expect(await runAs(true, {})).toMatchObject({ name: 'NodeOperationError', message: expect.stringContaining('Delete a thing'), description: expect.stringContaining('Allow as AI Tool') });
	});

	it('runs for an AI agent when the switch is on, and for people in any case', async () => {
		api().delete('/things/1').times(2).reply(200, {});
		expect(await runAs(true, { allowAsTool: true })).toMatchObject([[{ json: { deleted: true } }]]);
		expect(await runAs(false, {})).toMatchObject([[{ json: { deleted: true } }]]);
	});

	it('shows the switch, off at first, for that operation alone', () => {
		const switches = form(resources).filter(({ name }) => name === 'allowAsTool');
		expect(switches).toMatchObject([{ default: false, displayOptions: { show: { resource: ['thing'], operation: ['remove'] } } }]);
	});
});

it('an operation that the node does not have is an error that says so', async () => {
	expect(await runAs(false, { operation: 'nosuch' })).toMatchObject({ name: 'NodeOperationError', message: expect.stringContaining('"nosuch"') });
});
