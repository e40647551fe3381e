import type { SendbirdApplication } from './application';
import { newUser } from './users/newUser';
import { newChannel, newMember, newMessage } from './channels/newChannel';

export const APP_ID = 'C0FFEE00-5A4D-4B0C-9A3E-5E4D81DD0042';

export const SUPPORT_CHANNEL = 'sendbird_group_channel_support_42';

/** The ids of Braze's customers, so that both sides mean the same people. */
const USERS = [
	{ user_id: 'cust-42', nickname: 'Ada Lovelace', metadata: { language: 'en' } },
	{ user_id: 'cust-43', nickname: '' },
	{ user_id: 'cust-45', nickname: 'Jörg Müller', metadata: { language: 'de' } },
	{ user_id: 'cust-46', nickname: 'Anna Müller', metadata: { language: 'de' } },
	{ user_id: 'cust-47', nickname: 'Edsger Dijkstra', metadata: { language: 'nl' } },
	{ user_id: 'sb-grace', nickname: 'Grace' },
	{ user_id: 'sb-retired', nickname: 'Alan Turing', active: false },
	{ user_id: 'support', nickname: 'Support' },
];

/** A small believable world: customers, somebody whose id differs here, somebody deactivated, and a channel with the support. */
export function seed(application: SendbirdApplication): void {
	application.appId = APP_ID;
	application.tokens = [
		{ kind: 'master', value: 'sandbox-sendbird-master-token' },
		{ kind: 'secondary', value: 'sandbox-sendbird-secondary-token' },
		{ kind: 'notifications', value: 'sandbox-sendbird-notifications-token' },
		{ kind: 'braze', value: 'sandbox-sendbird-braze-token' },
		{ kind: 'clevertap', value: 'sandbox-sendbird-clevertap-token' },
	];
	for (const { active = true, ...input } of USERS) {
		application.users.set(input.user_id, { ...newUser({ profile_url: '', ...input }), is_active: active });
	}
	const channel = newChannel({ channel_url: SUPPORT_CHANNEL, name: 'Ada and Support', createdBy: 'support' });
	for (const userId of ['cust-42', 'support']) channel.members.set(userId, newMember(userId));
	const operator = channel.members.get('support');
	if (operator !== undefined) operator.role = 'operator';
	channel.messages.push(newMessage({ message_id: application.messageId(), type: 'MESG', user_id: 'cust-42', message: 'Where is my parcel?', created_at: Date.now() - 60_000 }));
	application.channels.set(channel.channel_url, channel);
}
