import { callOperation, field } from '../../../shared/operation';
import { objectBody } from '../../../shared/transport/call';
import { minorFailure } from '../../minorErrors';
import { apiCampaignField } from '../../pickFields';
import { checkSendId } from '../../sending/sendId';

const fields = {
	campaign: apiCampaignField,
	sendId: field.optionalId({ displayName: 'Send ID', description: 'Your own, ASCII and up to 64 characters; Braze makes one when left blank' }),
};

/** What Braze's headers say of the day's 100; another proxy's numbers are no promise. */
function leftToday(headers: Record<string, string>): number | undefined {
	const left = headers['x-ratelimit-remaining'];
	return left !== undefined && /^\d+$/.test(left) ? Number(left) : undefined;
}

/** Each campaign with its send ID counts once against 100 a day for the workspace. */
export const createId = callOperation({
	name: 'Create ID',
	action: 'Create a send id',
	description: 'Make a send ID for an API campaign, to count a send by itself; Braze makes 100 a day, and the item says how many are left',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/send_messages/post_create_send_ids/',
	calls: ['POST /sends/id/create'],
	fields,
	check: ({ sendId }) => checkSendId(sendId),
	retry: 'onlyIfNothingHappened',
	request: ({ campaign, sendId }) => ({ method: 'POST', path: '/sends/id/create', body: { campaign_id: campaign, send_id: sendId } }),
	classify: minorFailure,
	outcome: (answer, { campaign, sendId }) => {
		const left = leftToday(answer.headers);
		return { sendId: String(objectBody(answer).send_id ?? sendId ?? ''), campaignId: campaign, ...(left === undefined ? {} : { leftToday: left }) };
	},
});
