import type { IDataObject } from 'n8n-workflow';
import { storyOperation } from '../../../shared/operation';
import { readTemplate, TEMPLATE_DOCS } from '../../templates/readTemplates';
import { templateField } from '../notification/sendFields';

export const get = storyOperation({
	name: 'Get',
	action: 'Get a template',
	description: 'Read a template with its variables. Sendbird publishes no path for this: see Templates Path in the credential.',
	documentation: TEMPLATE_DOCS,
	calls: ['GET /v1/templates/{key}'],
	fields: { templateKey: templateField },
	retry: 'safe',
	story: async ({ templateKey }, door) => (await readTemplate(door, templateKey)) as IDataObject,
});
