import type { IDataObject } from 'n8n-workflow';
import { batchOperation, failed, field, success } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { exportCall } from '../../exportCall';
import { aliasOf, checkUser, exportedUserFields, type TrackedUserInput } from '../../userFields';

const MOST_IDS = 50;

const profileShape = z
	.object({
		external_id: z.string().optional(),
		braze_id: z.string().optional(),
		user_aliases: z.array(z.object({ alias_name: z.string(), alias_label: z.string() })).optional(),
	})
	.passthrough();

const exported = z.object({ users: z.array(profileShape), invalid_user_ids: z.array(z.string()).optional() });

type Profile = z.infer<typeof profileShape>;

const fields = {
	...exportedUserFields,
	fieldsToExport: field.textList({
		displayName: 'Fields to Export',
		description: 'Comma-separated profile fields, as Braze names them. Fields that are empty in the profile are absent from the answer.',
		initial: 'external_id, braze_id, first_name, last_name, email, phone, custom_attributes',
	}),
};

function isOf(profile: Profile, user: TrackedUserInput): boolean {
	if (user.identifyBy === 'external_id') return profile.external_id === user.userId;
	if (user.identifyBy === 'braze_id') return profile.braze_id === user.userId;
	// The call asked for this address or number alone, and Braze may write it otherwise.
	if (user.identifyBy !== 'user_alias') return true;
	const { alias_name, alias_label } = aliasOf(user);
	return (profile.user_aliases ?? []).some((alias) => alias.alias_name === alias_name && alias.alias_label === alias_label);
}

/**
 * A user who was renamed is still found by the deprecated external ID, and the profile carries the new one: it belongs to the one ID that is left over.
 * https://www.braze.com/docs/api/endpoints/user_data/external_id_migration/post_external_ids_rename/
 */
function renamed({ users, invalid_user_ids: unknown = [] }: z.infer<typeof exported>, inputs: TrackedUserInput[]): { strays: Profile[]; seekers: string[] } {
	if (inputs[0].identifyBy !== 'external_id') return { strays: [], seekers: [] };
	const strays = users.filter((profile) => !inputs.some((input) => isOf(profile, input)));
	const seekers = inputs.filter((input) => !unknown.includes(input.userId) && !users.some((profile) => isOf(profile, input))).map(({ userId }) => userId);
	return { strays, seekers: [...new Set(seekers)] };
}

const takesMany = (identifyBy: TrackedUserInput['identifyBy']): boolean => identifyBy === 'external_id' || identifyBy === 'user_alias';

/** The field that names the user in a profile: it rides along so that each profile finds its item. */
const keyOf = (identifyBy: TrackedUserInput['identifyBy']): string => (identifyBy === 'user_alias' ? 'user_aliases' : identifyBy);

/** Braze takes 50 external ids or aliases a call, but one of anything else. Several profiles may share an email or a phone: one item each. */
export const exportByIds = batchOperation({
	name: 'Export by IDs',
	action: 'Export users by ids',
	description: 'Read the profiles of users, up to 50 a call',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/user_data/post_users_identifier/',
	calls: ['POST /users/export/ids'],
	fields,
	check: checkUser,
	retry: 'safe',
	batch: {
		size: ({ identifyBy }) => (takesMany(identifyBy) ? MOST_IDS : 1),
		together: ({ identifyBy, fieldsToExport }) => JSON.stringify([identifyBy, fieldsToExport]),
	},
	request: (inputs) => {
		const [{ identifyBy, fieldsToExport }] = inputs;
		return exportCall(inputs, [...new Set([...fieldsToExport, keyOf(identifyBy)])]);
	},
	outcomes: (answer, inputs) => {
		const told = exported.parse(answer.body);
		const { strays, seekers } = renamed(told, inputs);
		return inputs.map((input) => {
			const mine = told.users.filter((candidate) => isOf(candidate, input));
			if (mine.length > 0) return success(mine.map((profile) => profile as IDataObject));
			const who = `the ${input.identifyBy} "${input.userId}"`;
			const isSought = strays.length > 0 && seekers.includes(input.userId);
			if (isSought && strays.length === 1 && seekers.length === 1) return success(strays[0] as IDataObject);
			if (isSought) {
				return failed({
					class: 'conflict',
					vendor: 'Braze',
					message: `Braze answered with ${strays.length} users under other external IDs than those asked for, and does not say which of them has ${who}`,
					fix: 'Deprecated external IDs were asked for together: use the new ones, or run the node once for each of these items.',
				});
			}
			return failed({
				class: 'notFound',
				vendor: 'Braze',
				message: `Braze has no user with ${who}`,
				fix: 'Check the identifier; a user just created may take a moment to appear.',
			});
		});
	},
});
