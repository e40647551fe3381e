import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeParameters, type INodeType } from 'n8n-workflow';
import { callOperation, describe as describeForm, field, run, type Resources } from '../../../nodes/shared/operation';
import { closedNetwork } from '../../support/network';
import { runNode } from '../../support/engine';
import { api, HOST, KEY, vendor } from '../../support/probeVendor';

closedNetwork();

const send = callOperation({
	name: 'Send',
	action: 'Send',
	description: '',
	documentation: '',
	fields: {
		from: field.choice({ displayName: 'From', options: [{ name: 'Form', value: 'form' }, { name: 'JSON', value: 'json' }], initial: 'form' }),
		mapped: field.shownWhen({ from: ['form'] }, field.mapping({ displayName: 'Mapped', method: 'columns', words: { singular: 'column', plural: 'columns' } })),
	},
	retry: 'safe',
	request: ({ mapped }) => ({ method: 'POST', path: '/things', body: { mapped: mapped ?? 'none' } }),
	outcome: () => ({}),
});

const resources: Resources = { thing: { name: 'Thing', operations: { send } } };

const nodeType: INodeType = {
	description: {
		displayName: 'Probe',
		name: 'probe',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Probe' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'brazeMessagingApi', required: true }],
		properties: describeForm(resources),
	},
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, vendor, resources);
	},
};

it.each<[string, INodeParameters, unknown]>([
	['shown, its values are there', { from: 'form', mapped: { mappingMode: 'defineBelow', value: { a: '1' } } }, { a: '1' }],
	['hidden, it is absent, and no fault', { from: 'json' }, 'none'],
])('a mapping that another field shows: %s', async (_, parameters, mapped) => {
	api().post('/things', { mapped } as Record<string, string>).reply(200, {});
	const { error } = await runNode({ nodeType, parameters: { resource: 'thing', operation: 'send', ...parameters }, credentials: { brazeMessagingApi: { instance: 'custom', baseUrl: HOST, apiKey: KEY } } });
	expect(error).toBeUndefined();
});
