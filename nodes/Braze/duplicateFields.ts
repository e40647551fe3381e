import { field } from '../shared/operation';

const description = field.optionalText({ displayName: 'Description', description: 'Of the copy' });
const name = field.requiredText({ displayName: 'Name', description: 'Of the copy' });
const added = { displayName: 'Additional Fields', placeholder: 'Add Field' };

export const duplicateCampaignFields = { name, more: field.extras({ ...added, fields: { description } }) };

export const duplicateCanvasFields = {
	name,
	more: field.extras({
		...added,
		fields: { description, tagNames: field.textList({ displayName: 'Tags', description: 'Comma-separated, of tags that exist; they take the place of the original\'s' }) },
	}),
};
