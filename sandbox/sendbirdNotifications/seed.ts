import type { TemplateTruth } from '../sendbird/controlTypes';
import type { Template } from './types';

const TEMPLATES: TemplateTruth[] = [
	{
		key: 'order-shipped',
		name: 'Order shipped',
		content: 'Hi {first_name}, your order {order} is on its way.',
		variables: [{ key: 'first_name', type: 'STRING', name: 'First name' }, { key: 'order', type: 'STRING', name: 'Order number' }],
	},
	{
		key: 'spring-sale',
		name: 'Spring sale',
		content: '{discount} off until {ends_at}: {link}',
		variables: [{ key: 'discount', type: 'STRING', name: 'Discount' }, { key: 'ends_at', type: 'STRING', name: 'Ends at' }, { key: 'link', type: 'ACTION', name: 'Link' }],
	},
	{ key: 'welcome', name: 'Welcome', content: 'Welcome aboard!', variables: [] },
];

/** A template as the Dashboard makes it. */
export const newTemplate = (template: TemplateTruth, version = 1): Template => ({ archived: false, ...template, version, created_at: Date.now(), updated_at: Date.now() });

export const seedTemplates = (): Map<string, Template> => new Map(TEMPLATES.map((template) => [template.key, newTemplate(template)]));
