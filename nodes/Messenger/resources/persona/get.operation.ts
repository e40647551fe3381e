import type { IDataObject } from 'n8n-workflow';
import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { PERSONA_DOCS, personaIdField, personaShape } from './personaShape';

export const get = callOperation({
	name: 'Get',
	action: 'Get a persona',
	description: 'Read one persona',
	documentation: PERSONA_DOCS,
	calls: ['GET /{persona}'],
	fields: { personaId: personaIdField },
	retry: 'safe',
	request: ({ personaId }) => ({ method: 'GET', path: path`/${personaId}`, query: { fields: 'id,name,profile_picture_url' } }),
	outcome: (answer) => personaShape.parse(answer.body) as IDataObject,
});
