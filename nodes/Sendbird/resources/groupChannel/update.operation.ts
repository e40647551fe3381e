import { callOperation, field } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { groupChannelField } from '../../fields';
import { objectOf } from '../../shapes';
import { CHANNEL_DOCS, channelBody, channelExtras } from './channelFields';

export const update = callOperation({
	name: 'Update',
	action: 'Update a group channel',
	description: 'Change what is filled in, and nothing else',
	documentation: `${CHANNEL_DOCS}/managing-a-channel/update-a-group-channel`,
	calls: ['PUT /v3/group_channels/{channel_url}'],
	fields: {
		channelUrl: groupChannelField,
		name: field.optionalText({ displayName: 'Name' }),
		more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: channelExtras }),
	},
	retry: 'safe',
	check: ({ name, more }) => (name === undefined && Object.keys(more).length === 0 ? { displayName: 'Additional Fields', message: 'nothing to change is filled in' } : undefined),
	request: ({ channelUrl, name, more }) => ({ method: 'PUT', path: path`/v3/group_channels/${channelUrl}`, body: { name, ...channelBody(more) } }),
	outcome: objectOf,
});
