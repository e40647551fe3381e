import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { groupChannelField } from '../../fields';
import { CHANNEL_DOCS } from './channelFields';

/** A repeat would be told that there is no such channel, so a lost answer is reported and not repeated. */
export const deleteChannel = callOperation({
	name: 'Delete',
	action: 'Delete a group channel',
	description: 'Delete a channel with its messages, for good',
	documentation: `${CHANNEL_DOCS}/managing-a-channel/delete-a-group-channel`,
	calls: ['DELETE /v3/group_channels/{channel_url}'],
	fields: { channelUrl: groupChannelField },
	retry: 'onlyIfNothingHappened',
	dangerous: 'deletes',
	request: ({ channelUrl }) => ({ method: 'DELETE', path: path`/v3/group_channels/${channelUrl}` }),
	outcome: (_, { channelUrl }) => ({ channelUrl, deleted: true }),
});
