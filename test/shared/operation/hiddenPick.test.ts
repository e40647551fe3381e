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
		picked: field.shownWhen({ from: ['form'] }, field.pick({ displayName: 'Picked', search: 'searchThings', idPlaceholder: '', required: true })),
		maybe: field.optionalPick({ displayName: 'Maybe', search: 'searchThings', idPlaceholder: '' }),
	},
	retry: 'safe',
	request: ({ picked, maybe }) => ({ method: 'POST', path: '/things', body: { picked: picked ?? 'none', maybe: maybe ?? 'none' } }),
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

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

it.each<[string, INodeParameters, Record<string, string>]>([
	['shown, its value is there', { from: 'form', picked: byId('a'), maybe: byId('b') }, { picked: 'a', maybe: 'b' }],
	['hidden, it is absent, and no fault', { from: 'json' }, { picked: 'none', maybe: 'none' }],
	['an optional one may be left blank', { from: 'form', picked: byId('a'), maybe: byId('') }, { picked: 'a', maybe: 'none' }],
])('a pick that another field shows: %s', async (_, parameters, body) => {
	api().post('/things', body).reply(200, {});
	const { error } = await runNode({ nodeType, parameters: { resource: 'thing', operation: 'send', ...parameters }, credentials: { brazeMessagingApi: { instance: 'custom', baseUrl: HOST, apiKey: KEY } } });
	expect(error).toBeUndefined();
});
