import { callOperation, field } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { groupChannelField } from '../../fields';
import { objectOf } from '../../shapes';
import { CHANNEL_DOCS } from './channelFields';

export const freeze = callOperation({
	name: 'Freeze',
	action: 'Freeze a group channel',
	description: 'Let nobody but operators write to a channel, or let all write again',
	documentation: `${CHANNEL_DOCS}/moderation/freeze-a-group-channel`,
	calls: ['PUT /v3/group_channels/{channel_url}/freeze'],
	fields: {
		channelUrl: groupChannelField,
		freeze: field.toggle({ displayName: 'Freeze', description: 'Whether the channel is frozen; off lets all write again', initial: true }),
	},
	retry: 'safe',
	request: (input) => ({ method: 'PUT', path: path`/v3/group_channels/${input.channelUrl}/freeze`, body: { freeze: input.freeze } }),
	outcome: objectOf,
});
