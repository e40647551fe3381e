import { field, type InputOf } from '../../../shared/operation';
import { optionalPickedId } from '../../pickFields';

export const userIdField = field.numericId({ displayName: 'User ID', placeholder: '901' });

/** Zendesk's user fields, by key. */
export const userFieldsField = field.mapping({
	displayName: 'User Fields',
	description: 'The custom user fields of your Zendesk. One that does not exist would be dropped without a word.',
	method: 'getUserFields',
	words: { singular: 'field', plural: 'fields' },
});

const emailField = field.optionalEmail({ displayName: 'Email', placeholder: 'name@email.com' });

/** What a user may carry. */
export const userExtras = {
	details: field.optionalText({ displayName: 'Details' }),
	email: emailField,
	externalId: field.optionalId({ displayName: 'External ID', description: 'Your own id of the person; unique in Zendesk' }),
	locale: field.optionalId({ displayName: 'Locale', placeholder: 'en-US' }),
	notes: field.optionalText({ displayName: 'Notes', description: 'What only agents see' }),
	organizationId: optionalPickedId({ displayName: 'Organization', search: 'searchOrganizations' }),
	phone: field.optionalPhone({ displayName: 'Phone', description: 'In E.164, with plus sign and country code', placeholder: '+15551234567' }),
	role: field.choice({
		displayName: 'Role',
		options: [
			{ name: 'Admin', value: 'admin' },
			{ name: 'Agent', value: 'agent' },
			{ name: 'End User', value: 'end-user' },
		],
		initial: 'end-user',
	}),
	sharedPhoneNumber: field.toggle({ displayName: 'Phone Is Shared', description: 'Whether several people use the number; it is then no identity of this one', initial: true }),
	suspended: field.toggle({ displayName: 'Suspended', description: 'Whether the person is shut out: nothing that they send becomes a ticket', initial: true }),
	tags: field.textList({ displayName: 'Tags', description: 'Comma-separated; they take the place of all that are there' }),
	timeZone: field.optionalId({ displayName: 'Time Zone', placeholder: 'Paris' }),
	verified: field.toggle({ displayName: 'Verified', description: 'Whether the e-mail counts as verified, without a mail to the person', initial: true }),
};

/** Asked of all writes, so that no mail goes out by accident. */
export const skipVerifyField = field.toggle({
	displayName: 'Skip Verification Mail',
	description: 'Whether Zendesk leaves out the mail that asks the person to verify the e-mail',
	initial: true,
});

type Extras = Partial<InputOf<typeof userExtras>>;

export interface UserInput {
	name?: string;
	skipVerifyEmail: boolean;
	userFields: Record<string, unknown>;
	more: Extras;
}

export const userOf = ({ name, skipVerifyEmail, userFields, more }: UserInput) => ({
	name,
	email: more.email,
	external_id: more.externalId,
	phone: more.phone,
	shared_phone_number: more.sharedPhoneNumber,
	role: more.role,
	organization_id: more.organizationId,
	locale: more.locale,
	time_zone: more.timeZone,
	details: more.details,
	notes: more.notes,
	tags: more.tags,
	suspended: more.suspended,
	verified: more.verified,
	skip_verify_email: skipVerifyEmail,
	...(Object.keys(userFields).length === 0 ? {} : { user_fields: userFields }),
});
