import type { IDataObject } from 'n8n-workflow';
import { callOperation, field } from '../../../shared/operation';
import { SETTING_DOCS, settingOf, writeSettingCall } from '../../webhooks/webhookSetting';

const ON_OFF = [
	{ name: 'Leave as It Is', value: 'keep' },
	{ name: 'Off', value: 'off' },
	{ name: 'On', value: 'on' },
] as const;

const asBoolean = (choice: (typeof ON_OFF)[number]['value']): boolean | undefined => (choice === 'keep' ? undefined : choice === 'on');

export const update = callOperation({
	name: 'Update',
	action: 'Update the webhook setting',
	description: 'Change where the application sends its Chat webhooks. There is one for the whole application: whoever listens there now hears nothing more.',
	documentation: SETTING_DOCS,
	calls: ['PUT /v3/applications/settings/webhook'],
	fields: {
		enabled: field.choice({ displayName: 'Enabled', options: ON_OFF, initial: 'keep' }),
		url: field.optionalId({ displayName: 'URL', placeholder: 'https://example.com/sendbird', description: 'Left as it is where empty' }),
		includeMembers: field.choice({ displayName: 'Include Members', description: 'Whether deliveries name the channel\'s members; never for Supergroup channels', options: ON_OFF, initial: 'keep' }),
		events: field.textList({ displayName: 'Enabled Events', description: 'Categories such as group_channel:message_send, separated by commas, or * for all. They take the place of those there; left as they are where empty.' }),
	},
	retry: 'safe',
	dangerous: 'broadcasts',
	check: ({ enabled, url, includeMembers, events }) =>
		enabled === 'keep' && url === undefined && includeMembers === 'keep' && events.length === 0 ? { displayName: 'URL', message: 'nothing to change is filled in' } : undefined,
	request: ({ enabled, url, includeMembers, events }) =>
		writeSettingCall({ enabled: asBoolean(enabled), url, include_members: asBoolean(includeMembers), enabled_events: events.length > 0 ? events : undefined }),
	outcome: (answer) => settingOf(answer) as IDataObject,
});
