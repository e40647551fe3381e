import type { IDataObject } from 'n8n-workflow';
import { field, limitFields, mostOf, storyOperation } from '../../../shared/operation';
import { readTemplates, TEMPLATE_DOCS } from '../../templates/readTemplates';

export const getMany = storyOperation({
	name: 'Get Many',
	action: 'Get many templates',
	description: 'List templates, each as an item. Sendbird publishes no path for this: see Templates Path in the credential.',
	documentation: TEMPLATE_DOCS,
	calls: ['GET /v1/templates'],
	fields: { ...limitFields, archived: field.toggle({ displayName: 'Archived Too', description: 'Whether archived templates are listed too; nothing can be sent with them', initial: false }) },
	retry: 'safe',
	story: async ({ archived, ...limits }, door) => {
		const templates = await readTemplates(door, archived ? mostOf(limits) : undefined);
		return templates.filter((template) => archived || template.is_archived !== true).slice(0, mostOf(limits)) as IDataObject[];
	},
});
