import { field, type Problem } from '../../../shared/operation';
import { LIQUID_HINT } from '../../messages/channel';

export const nameField = { displayName: 'Name', description: 'Letters, digits, hyphens and underscores, fewer than 100', placeholder: 'Footer_DE' };
export const contentField = { displayName: 'Content', description: 'HTML or text with Liquid, below 50 KB', hint: LIQUID_HINT };

export const furtherFields = {
	description: field.optionalText({ displayName: 'Description', description: 'Fewer than 250 characters' }),
	state: field.choice({ displayName: 'State', description: 'An active block never becomes a draft again', options: [{ name: 'Active', value: 'active' }, { name: 'Draft', value: 'draft' }], initial: 'active' }),
	tags: field.textList({ displayName: 'Tags', description: 'Comma-separated, of tags that exist in the workspace' }),
};

interface Parts {
	name?: string;
	content?: string;
	description?: string;
}

const MOST_BYTES = 50 * 1024;

export function checkContentBlock({ name, content, description }: Parts): Problem | undefined {
	if (name !== undefined && !/^[\w-]{1,99}$/.test(name)) return { displayName: 'Name', message: 'may hold letters, digits, hyphens and underscores only, and fewer than 100' };
	if (content !== undefined && Buffer.byteLength(content, 'utf8') >= MOST_BYTES) return { displayName: 'Content', message: 'is not below the 50 KB that Braze takes' };
	return description !== undefined && description.length >= 250 ? { displayName: 'Description', message: 'has 250 characters or more' } : undefined;
}
