import type { IDataObject } from 'n8n-workflow';
import { callOperation } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { nextByCursor } from '../../cursorPaging';
import { PERSONA_DOCS, personaShape } from './personaShape';

const personas = z.object({ data: z.array(personaShape) });

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many personas',
	description: 'Read all personas of the Page, each as an item',
	documentation: PERSONA_DOCS,
	calls: ['GET /{page}/personas'],
	fields: {},
	retry: 'safe',
	request: () => ({ method: 'GET', path: '/{page}/personas', query: { limit: 100 } }),
	page: { next: nextByCursor },
	outcome: (answer) => personas.parse(answer.body).data as IDataObject[],
});
