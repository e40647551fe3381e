/** What an application's webhook can tell of Chat; Sendbird adds some now and then, which "All" and the free field take too. */
const CATEGORIES = [
	'alert:user_message_rate_limit_exceeded',
	'announcement:create_channels',
	'announcement:send_messages',
	'group_channel:changed',
	'group_channel:create',
	'group_channel:decline_invite',
	'group_channel:freeze_unfreeze',
	'group_channel:invite',
	'group_channel:join',
	'group_channel:leave',
	'group_channel:message_delete',
	'group_channel:message_read',
	'group_channel:message_send',
	'group_channel:message_update',
	'group_channel:reaction_add',
	'group_channel:reaction_delete',
	'group_channel:remove',
	'group_channel:report',
	'image_moderation:block',
	'message:report',
	'open_channel:create',
	'open_channel:enter',
	'open_channel:exit',
	'open_channel:message_delete',
	'open_channel:message_send',
	'open_channel:message_update',
	'open_channel:remove',
	'open_channel:report',
	'operators:register_by_operator',
	'operators:unregister_by_operator',
	'profanity_filter:block',
	'profanity_filter:moderate',
	'profanity_filter:replace',
	'user:block',
	'user:push_channel_preference',
	'user:push_preference',
	'user:report',
	'user:unblock',
] as const;

/** Sendbird's word for every category. */
export const ALL = '*';

const SMALL = new Set(['by']);

/** `group_channel:message_send` as "Group Channel: Message Send". */
const titleOf = (category: string): string =>
	category
		.split(':')
		.map((part) =>
			part
				.split('_')
				.map((word) => (SMALL.has(word) ? word : word[0].toUpperCase() + word.slice(1)))
				.join(' '),
		)
		.join(': ');

export const CATEGORY_OPTIONS = [{ name: 'All', value: ALL }, ...CATEGORIES.map((value) => ({ name: titleOf(value), value }))].sort((a, b) => a.name.localeCompare(b.name));

/** Whether these categories hold all that are wanted. */
export const holdsAll = (there: readonly string[], wanted: readonly string[]): boolean => there.includes(ALL) || wanted.every((category) => there.includes(category));

/** What is there and what is wanted; "all" swallows the rest. */
export function merged(there: readonly string[], wanted: readonly string[]): string[] {
	const both = [...new Set([...there, ...wanted])];
	return both.includes(ALL) ? [ALL] : both;
}
