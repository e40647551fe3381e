import type { INodeParameters } from 'n8n-workflow';
import { callOperation, field } from '../../../nodes/shared/operation';
import { closedNetwork } from '../../support/network';
import { runOperation } from '../../support/probeNode';
import { api } from '../../support/probeVendor';

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

it.each<[string, INodeParameters, unknown]>([
	['shown, its values are there', { from: 'form', mapped: { mappingMode: 'defineBelow', value: { a: '1' } } }, { a: '1' }],
	['hidden, it is absent, and no fault', { from: 'json' }, 'none'],
])('a mapping that another field shows: %s', async (_, parameters, mapped) => {
	api().post('/things', { mapped } as Record<string, string>).reply(200, {});
	const { error } = await runOperation(send, parameters, [{}]);
	expect(error).toBeUndefined();
});
