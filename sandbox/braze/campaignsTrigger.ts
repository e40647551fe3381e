import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { matchesAudience } from './audience';
import type { SmsCampaign } from './campaign';
import { post } from './endpoint';
import { Refusal } from './errors';
import { json, jsonBytes, jsonObject, type JsonObject } from './json';
import { customerId, type Profile } from './profile';
import { documented, unconfirmed } from './rules';
import { sendCampaignSms } from './smsOutbound';
import { newDispatchId, newId, type BrazeState } from './state';
import { prepareRecipients, recipient, RECIPIENTS_MAX } from './triggerRecipients';

export const TRIGGER_PROPERTIES_MAX_BYTES = 50 * 1024;

const body = z.object({
	campaign_id: json.optional(),
	send_id: z.string().max(64).optional(),
	trigger_properties: jsonObject.optional(),
	broadcast: z.boolean().optional(),
	audience: z.record(z.unknown()).optional(),
	recipients: z.array(recipient).optional(),
	attachments: z.array(z.object({ file_name: z.string(), url: z.string() })).optional(),
});
type Input = z.infer<typeof body>;

function triggerable(state: BrazeState, id: Input['campaign_id']): SmsCampaign {
	const campaign = typeof id === 'string' ? state.campaign(id) : undefined;
	if (campaign === undefined) throw new Refusal(400, 'Invalid Campaign ID', documented('no such campaign: 400'));
	if (campaign.type !== 'sms') {
		throw new Refusal(400, 'Invalid Campaign ID', unconfirmed('the campaign is not API-triggered; that it must be is documented, the wording is not'));
	}
	return campaign;
}

const byBroadcast = (text: string) => new Refusal(400, text, documented(`${text}; the wording is the sandbox’s own`));

function refuseBadInput({ broadcast = false, recipients, attachments, trigger_properties: properties = {} }: Input): void {
	if (broadcast && recipients !== undefined) throw byBroadcast('broadcast and recipients exclude each other');
	if (broadcast && attachments !== undefined) throw byBroadcast('broadcast and attachments exclude each other');
	if (!broadcast && (recipients === undefined || recipients.length === 0)) {
		throw new Refusal(400, 'No Recipients', documented('without recipients, broadcast must be true'));
	}
	if ((recipients?.length ?? 0) > RECIPIENTS_MAX) {
		throw new Refusal(400, 'The max number of ids per request was exceeded', documented(`at most ${RECIPIENTS_MAX} recipients`));
	}
	const biggest = Math.max(jsonBytes(properties), ...(recipients ?? []).map((one) => jsonBytes(one.trigger_properties ?? {})));
	if (biggest > TRIGGER_PROPERTIES_MAX_BYTES) {
		throw new Refusal(400, 'Trigger properties exceed 50 KB', documented('trigger_properties: at most 50 KB; the wording is the sandbox’s own'));
	}
}

interface Send {
	profile: Profile;
	triggerProperties: JsonObject;
}

function broadcastTo(state: BrazeState, audience: Input['audience'], triggerProperties: JsonObject): Send[] {
	return state.profiles
		.filter((profile) => audience === undefined || matchesAudience(state.readable(profile), audience))
		.map((profile) => ({ profile, triggerProperties }));
}

/** `POST /campaigns/trigger/send`: accepted at once, sent afterwards, one SMS after the other. */
export function campaignsTrigger(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/campaigns/trigger/send',
		permission: 'campaigns.trigger.send',
		pools: ({ broadcast, campaign_id: id, audience }) =>
			broadcast
				? [{ pool: 'broadcast' }, { pool: 'broadcast audience', subject: JSON.stringify([id, audience]) }]
				: [{ pool: 'default' }],
		body,
		answer: (input, request) => {
			const campaign = triggerable(state, input.campaign_id);
			refuseBadInput(input);
			const { trigger_properties: shared = {}, audience, recipients } = input;
			const sends: Send[] = input.broadcast
				? broadcastTo(state, audience, shared)
				: prepareRecipients(state, campaign, recipients ?? [], shared).filter(
						({ profile }) => audience === undefined || matchesAudience(profile.data, audience),
					);
			const dispatchId = newDispatchId();
			for (const { profile, triggerProperties } of sends) {
				state.enqueue(async () => await sendCampaignSms(state, campaign, profile, { dispatchId, triggerProperties }), profile);
			}
			request.notes.customer = sends.length === 1 ? customerId(sends[0].profile) : undefined;
			request.notes.rule = documented('success means accepted, not delivered; one dispatch_id for the whole call');
			const sendId = input.broadcast ? { send_id: input.send_id ?? newId() } : {};
			return { status: 201, body: { dispatch_id: dispatchId, ...sendId, message: 'success' } };
		},
	});
}
