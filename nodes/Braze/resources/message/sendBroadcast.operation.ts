import { callOperation } from '../../../shared/operation';
import { acceptedOf, notSent } from '../../sending/accepted';
import { sharedBody } from '../../sending/messageSend';
import { asSend, broadcastFields, checkMessageBroadcast } from './broadcastFields';

/** Braze takes 250 broadcasts a minute, and 10 of one campaign to one audience. */
export const sendBroadcast = callOperation({
	name: 'Send Broadcast',
	action: 'Send a message to a segment or an audience',
	description: 'Send a message, written here, to everyone in a segment or a connected audience',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/send_messages/post_send_messages/',
	calls: ['POST /messages/send'],
	dangerous: 'broadcasts',
	fields: broadcastFields,
	check: checkMessageBroadcast,
	retry: 'onlyIfNothingHappened',
	request: (input) => ({ method: 'POST', path: '/messages/send', body: { broadcast: true, ...sharedBody(asSend(input), 'override_frequency_capping') } }),
	classify: notSent,
	outcome: (answer, { campaign, segment }) => acceptedOf(answer, { campaignId: campaign, segmentId: segment }),
});
