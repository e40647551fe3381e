import { field, type InputOf, type Problem } from '../../../shared/operation';
import { userIdField } from '../../fields';

export const SEND_DOCS = 'https://sendbird.com/docs/business-messaging/server-side/v2/send-a-notification';

export const templateField = field.pick({
	displayName: 'Template',
	description: 'Made in the Dashboard under Business Messaging > Templates. Where the list cannot be read, type the template key.',
	search: 'searchTemplates',
	idPlaceholder: 'order-shipped',
	required: true,
});

const variableFields = {
	variablesFrom: field.choice({
		displayName: 'Variables From',
		options: [
			{ name: 'JSON', value: 'json', description: 'An object of names and values' },
			{ name: 'Names and Values', value: 'names', description: 'Typed as the template spells them' },
			{ name: 'Template', value: 'template', description: 'The variables that Sendbird lists for the template' },
		],
		initial: 'template',
	}),
	templateVariables: field.shownWhen(
		{ variablesFrom: ['template'] },
		field.mapping({
			displayName: 'Variables',
			method: 'templateVariables',
			words: { singular: 'variable', plural: 'variables' },
			dependsOn: ['templateKey.value'],
		}),
	),
	variables: field.shownWhen({ variablesFrom: ['names'] }, field.namedValues({ displayName: 'Variables' })),
	variablesJson: field.shownWhen({ variablesFrom: ['json'] }, field.jsonObject({ displayName: 'Variables as JSON', initial: '{\n  "order": "A-7"\n}' })),
};

export const pushExtras = {
	notificationGroup: field.optionalId({ displayName: 'Notification Group', description: 'Puts several sends together in the Dashboard\'s log (notification_group; in Sendbird\'s oldest text only)' }),
	pushBody: field.optionalText({ displayName: 'Push Body', description: 'In the place of the template\'s push text' }),
	pushTitle: field.optionalText({ displayName: 'Push Title', description: 'In the place of the template\'s push title; a Push Body needs one' }),
};

/** Who gets what. */
export const sendFields = { templateKey: templateField, userId: userIdField, ...variableFields };

export type Variables = Record<string, unknown>;

type SendInput = InputOf<typeof sendFields> & { more: Partial<InputOf<typeof pushExtras>> };

export const variablesOf = ({ variablesFrom, templateVariables, variables, variablesJson }: SendInput): Variables =>
	(variablesFrom === 'template' ? templateVariables : variablesFrom === 'names' ? variables : variablesJson) ?? {};

export const checkPush = ({ more }: Pick<SendInput, 'more'>): Problem | undefined =>
	more.pushBody !== undefined && more.pushTitle === undefined ? { displayName: 'Push Title', message: 'is missing: Sendbird asks for it with a Push Body' } : undefined;

/** Items that differ in any of this cannot share a call. */
export const commonOf = ({ templateKey, more }: SendInput): string => JSON.stringify([templateKey, more.pushTitle, more.pushBody, more.notificationGroup]);

/** The body of a send, but for its mode and targets; all inputs share template and settings, each brings its own variables. */
export function notificationBody(inputs: SendInput[]) {
	const [{ templateKey, more }] = inputs;
	const variables = inputs.map((input): [string, Variables] => [input.userId, variablesOf(input)]).filter(([, values]) => Object.keys(values).length > 0);
	return {
		template: { key: templateKey, variables: variables.length > 0 ? Object.fromEntries(variables) : undefined },
		push_template: more.pushTitle === undefined ? undefined : { title: more.pushTitle, body: more.pushBody },
		notification_group: more.notificationGroup,
	};
}
