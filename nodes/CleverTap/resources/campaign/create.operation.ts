import type { IDataObject } from 'n8n-workflow';
import { callOperation, field, type InputOf, type Problem } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { campaignBody, campaignFields, checkCampaign } from '../../campaign/campaignFields';

const fields = {
	...campaignFields,
	broadcast: field.shownWhen(
		{ audience: ['everybody'] },
		field.toggle({ displayName: 'Broadcast', description: 'Whether to really reach every user of the account. While it is off, nothing is sent.', initial: false }),
	),
};

const check = (input: InputOf<typeof fields>): Problem | undefined =>
	input.audience === 'everybody' && input.broadcast !== true ? { displayName: 'Broadcast', message: 'is off. Switched on, this reaches every user of the account' } : checkCampaign(input);

const shape = z.object({ id: z.union([z.string(), z.number()], { errorMap: () => ({ message: 'it has no "id"' }) }), estimates: z.record(z.unknown()).nullish() }, { invalid_type_error: 'it is no JSON object' });

/** A second try would be a second campaign, so a lost answer is reported as unknown: Campaign: Get Many tells whether it is there. */
export const create = callOperation({
	name: 'Create',
	action: 'Create a campaign',
	description: 'Create and schedule a campaign, or send it now, to a segment or to who fits a query; there is no way to change it afterwards',
	documentation: 'https://developer.clevertap.com/docs/create-campaign-api',
	calls: ['POST /1/targets/create.json'],
	dangerous: 'broadcasts',
	fields,
	check,
	retry: 'onlyIfNothingHappened',
	request: (input) => ({ method: 'POST', path: '/1/targets/create.json', body: { ...campaignBody(input), estimate_only: false } }),
	outcome: (answer, { campaignName, channel }): IDataObject => {
		const { id, estimates } = shape.parse(answer.body);
		return { id, name: campaignName, channel, estimates: (estimates ?? undefined) as IDataObject | undefined };
	},
});
