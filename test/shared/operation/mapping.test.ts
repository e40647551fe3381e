import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { callOperation, field } from '../../../nodes/shared/operation';
import { closedNetwork } from '../../support/network';
import { runOperation } from '../../support/probeNode';
import { api } from '../../support/probeVendor';

closedNetwork();

const operation = callOperation({
	name: 'Act',
	action: 'Act on a thing',
	description: 'For tests',
	documentation: 'https://vendor.test/docs',
	fields: { custom: field.mapping({ displayName: 'Custom Fields', method: 'getFields', words: { singular: 'field', plural: 'fields' } }) },
	retry: 'safe',
	request: ({ custom }) => ({ method: 'POST', path: '/things', body: custom }),
	outcome: () => ({}),
});

const SCHEMA = [
	{ id: 'plan', displayName: 'Plan', type: 'string', required: false, display: true, defaultMatch: false },
	{ id: 'visits', displayName: 'Visits', type: 'number', required: false, display: true, defaultMatch: false },
	{ id: 'old', displayName: 'Old', type: 'string', required: false, display: true, defaultMatch: false, removed: true },
];

async function sent(custom: INodeParameters, item: IDataObject): Promise<unknown> {
	let body: unknown;
	api().post('/things', (got) => Boolean((body = got))).reply(200, {});
	await runOperation(operation, { custom }, [item]);
	return body;
}

it('what a person mapped is sent, expressions computed, blank ones left out', async () => {
	const custom = { mappingMode: 'defineBelow', value: { plan: '={{ $json.plan }}', visits: 3, gone: null }, schema: SCHEMA };
	expect(await sent(custom, { plan: 'gold', other: 1 })).toEqual({ plan: 'gold', visits: 3 });
});

it('mapped automatically, the item\'s values go out under the names that the vendor knows', async () => {
	const custom = { mappingMode: 'autoMapInputData', value: null, schema: SCHEMA };
	expect(await sent(custom, { plan: 'gold', visits: 0, old: 'x', unknown: 'y' })).toEqual({ plan: 'gold', visits: 0 });
});
