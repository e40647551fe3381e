import { callOperation, field } from '../../../shared/operation';
import { someIds } from '../../fields';
import { objectOf } from '../../shapes';
import { CHANNEL_DOCS, channelBody, channelExtras } from './channelFields';

/** Sendbird's API description asks for `users`; what it takes is `user_ids`. */
export const create = callOperation({
	name: 'Create',
	action: 'Create a group channel',
	description: 'Make a channel for some users; with Is Distinct the one that these very users have already is given back',
	documentation: `${CHANNEL_DOCS}/creating-a-channel/create-a-group-channel`,
	calls: ['POST /v3/group_channels'],
	fields: {
		userIds: someIds({ displayName: 'User IDs', description: 'IDs of the members' }),
		name: field.optionalText({ displayName: 'Name' }),
		isDistinct: field.toggle({ displayName: 'Is Distinct', description: 'Whether the same members always share one channel: no second one is made by a repeat', initial: false }),
		more: field.extras({
			displayName: 'Additional Fields',
			placeholder: 'Add Field',
			fields: {
				...channelExtras,
				accessCode: field.optionalId({ displayName: 'Access Code', description: 'What a user must know to join a public channel' }),
				channelUrl: field.optionalId({ displayName: 'Channel URL', description: 'An ID of your own for the channel; Sendbird makes one otherwise' }),
				inviterId: field.optionalId({ displayName: 'Inviter ID', description: 'User ID of who invites' }),
				isEphemeral: field.toggle({ displayName: 'Is Ephemeral', description: 'Whether messages are not kept', initial: false }),
				isSuper: field.toggle({ displayName: 'Is Super', description: 'Whether it is a Supergroup channel, for thousands of members', initial: false }),
				strict: field.toggle({ displayName: 'Strict', description: 'Whether an unknown user makes the whole call fail', initial: false }),
			},
		}),
	},
	retry: 'onlyIfNothingHappened',
	request: ({ userIds, name, isDistinct, more }) => ({
		method: 'POST',
		path: '/v3/group_channels',
		body: {
			user_ids: userIds,
			name,
			is_distinct: isDistinct,
			...channelBody(more),
			access_code: more.accessCode,
			channel_url: more.channelUrl,
			inviter_id: more.inviterId,
			is_ephemeral: more.isEphemeral,
			is_super: more.isSuper,
			strict: more.strict,
		},
	}),
	outcome: objectOf,
});
