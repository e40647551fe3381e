import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { PERSONA_DOCS, personaIdField } from './personaShape';

export const deletePersona = callOperation({
	name: 'Delete',
	action: 'Delete a persona',
	description: 'Delete a persona; messages that were sent under it keep their name',
	documentation: PERSONA_DOCS,
	calls: ['DELETE /{persona}'],
	fields: { personaId: personaIdField },
	retry: 'safe',
	dangerous: 'deletes',
	request: ({ personaId }) => ({ method: 'DELETE', path: path`/${personaId}` }),
	outcome: (_, { personaId }) => ({ id: personaId, deleted: true }),
});
