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
		picked: field.shownWhen({ from: ['form'] }, field.pick({ displayName: 'Picked', search: 'searchThings', idPlaceholder: '', required: true })),
		maybe: field.optionalPick({ displayName: 'Maybe', search: 'searchThings', idPlaceholder: '' }),
	},
	retry: 'safe',
	request: ({ picked, maybe }) => ({ method: 'POST', path: '/things', body: { picked: picked ?? 'none', maybe: maybe ?? 'none' } }),
	outcome: () => ({}),
});

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

it.each<[string, INodeParameters, Record<string, string>]>([
	['shown, its value is there', { from: 'form', picked: byId('a'), maybe: byId('b') }, { picked: 'a', maybe: 'b' }],
	['hidden, it is absent, and no fault', { from: 'json' }, { picked: 'none', maybe: 'none' }],
	['an optional one may be left blank', { from: 'form', picked: byId('a'), maybe: byId('') }, { picked: 'a', maybe: 'none' }],
])('a pick that another field shows: %s', async (_, parameters, body) => {
	api().post('/things', body).reply(200, {});
	const { error } = await runOperation(send, parameters, [{}]);
	expect(error).toBeUndefined();
});
