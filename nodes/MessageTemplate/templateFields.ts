import { renderMessage, TemplateError, type Rendered, type RenderOptions } from '../shared/liquid';
import { field, type InputOf, type Problem } from '../shared/operation';
import type { Door } from '../shared/transport/door';
import { FailureError } from '../shared/transport/failure';
import { namedAuth } from './basicAuth';
import { connectedContent } from './connectedContent';
import { BlockSource } from './contentBlocks';

export const dialectField = field.choice({
	displayName: 'Dialect',
	options: [
		{ name: 'Braze', value: 'braze', description: 'Liquid with ${} attributes, connected content, content blocks and abort' },
		{ name: 'CleverTap', value: 'clevertap', description: 'Liquid of CleverTap, with its @ placeholders' },
		{ name: 'Zendesk', value: 'zendesk', description: 'Placeholders and Liquid of Zendesk triggers and macros' },
	],
	initial: 'braze',
});

/**
 * A template and an n8n expression are written with the same braces. The first field cannot be an expression, so n8n leaves it alone;
 * whoever has the template in the item's data takes the second.
 */
export const templateFields = {
	dialect: dialectField,
	templateFrom: field.choice({
		displayName: 'Template',
		options: [
			{ name: 'From an Expression', value: 'expression', description: 'The template stands in the item\'s data' },
			{ name: 'Written Here', value: 'here', description: 'Typed or pasted into this node, to the letter' },
		],
		initial: 'here',
	}),
	template: field.literal(field.shownWhen({ templateFrom: ['here'] }, field.requiredText({
		displayName: 'Template Text',
		description: 'n8n does not read expressions in this field, so the braces of the template stay as they are',
		placeholder: "Hello {{${first_name} | default: 'there'}}",
	}))),
	templateExpression: field.shownWhen({ templateFrom: ['expression'] }, field.requiredText({
		displayName: 'Template Expression',
		description: 'An expression that yields the template, such as {{ $json.template }}. Do not type a template here: n8n would read its braces.',
	})),
};

type TemplateInput = InputOf<typeof templateFields>;

export const checkTemplate = ({ templateFrom, template, templateExpression }: TemplateInput): Problem | undefined => {
	if (templateFrom === 'here') return template === undefined ? { displayName: 'Template Text', message: 'is missing' } : undefined;
	return templateExpression === undefined ? { displayName: 'Template Expression', message: 'is missing' } : undefined;
};

export const templateOf = ({ templateFrom, template, templateExpression }: TemplateInput): string => (templateFrom === 'here' ? template : templateExpression) ?? '';

/** What a template may reach beyond its context. */
export const reachFields = field.extras({
	displayName: 'Additional Fields',
	placeholder: 'Add Field',
	fields: {
		allowConnectedContent: field.toggle({
			displayName: 'Allow Connected Content',
			description: 'Whether connected_content may make its calls from n8n. Private addresses are refused; names that point to them are not seen here: switch on n8n\'s own SSRF protection.',
			initial: false,
		}),
		allowedPrivateHosts: field.textList({ displayName: 'Allowed Private Hosts', description: 'Comma-separated hosts that connected content may call although they are private, such as 127.0.0.1:8080' }),
		contentBlocks: field.jsonObject({ displayName: 'Content Blocks', description: 'Name and content of each block that the template uses', initial: '{}' }),
		fetchContentBlocks: field.toggle({ displayName: 'Fetch Content Blocks', description: 'Whether blocks that are not given are read from Braze (permissions content_blocks.list and content_blocks.info)', initial: false }),
	},
});

export type Reach = InputOf<{ reach: typeof reachFields }>['reach'];

/** Renders, with the author's line and column where it fails; where Braze did not give a block, with Braze's own refusal. */
export async function renderWith(template: string, options: RenderOptions, reach: Reach, door: Door): Promise<Rendered> {
	const blocks = new BlockSource(reach.contentBlocks ?? {}, reach.fetchContentBlocks === true ? door : undefined);
	const whole: RenderOptions = {
		...options,
		http: reach.allowConnectedContent ? connectedContent(door) : undefined,
		basicAuth: await namedAuth(door),
		allowedPrivateHosts: reach.allowedPrivateHosts,
		contentBlocks: async (name) => await blocks.read(name),
	};
	return await renderMessage(template, whole).catch((error: unknown) => Promise.reject(blocks.failure ?? asFailure(error)));
}

export function asFailure(error: unknown): unknown {
	if (!(error instanceof TemplateError)) return error;
	return new FailureError({
		class: 'invalidInput',
		vendor: 'Message Template',
		message: error.message,
		fix: error.fix,
	});
}
