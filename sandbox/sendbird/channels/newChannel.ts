import type { Channel, Member, Message } from '../types';

export const newMember = (userId: string, more: Partial<Member> = {}): Member => ({
	user_id: userId,
	state: 'joined',
	role: '',
	since: Date.now(),
	readTs: 0,
	deliveredTs: 0,
	historyFrom: 0,
	...more,
});

export const newChannel = (input: Pick<Channel, 'channel_url'> & Partial<Channel>): Channel => ({
	name: '',
	cover_url: '',
	custom_type: '',
	data: '',
	access_code: '',
	is_distinct: false,
	is_public: false,
	is_super: false,
	is_ephemeral: false,
	freeze: false,
	created_at: Date.now(),
	members: new Map(),
	messages: [],
	metadata: {},
	metacounter: {},
	...input,
});

export const newMessage = (input: Pick<Message, 'message_id' | 'type' | 'message'> & Partial<Message>): Message => ({
	custom_type: '',
	data: '',
	mention_type: 'users',
	mentioned_user_ids: [],
	silent: false,
	sorted_metaarray: [],
	reactions: new Map(),
	translations: {},
	created_at: Date.now(),
	updated_at: 0,
	is_removed: false,
	...input,
});
