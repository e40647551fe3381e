import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../errors';
import { newDispatchId } from '../ids';
import { jsonBytes, jsonObject } from '../json';
import { sendEmail } from '../messages/email';
import { customerId, userAlias, type Profile } from '../users/profile';
import { route } from '../route';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';
import { writeAttributes } from '../users/writeProfile';
import type { TransactionalCampaign, TransactionalSend } from './transactionalState';

const TRIGGER_PROPERTIES_MAX_BYTES = 50 * 1024;

/** One person: an object, never a list. */
const recipient = z
	.object({ external_user_id: z.string().min(1).optional(), user_alias: userAlias.optional(), attributes: jsonObject.optional() })
	.refine((one) => (one.external_user_id === undefined) !== (one.user_alias === undefined), 'exactly one of external_user_id and user_alias is required');
const body = z.object({
	external_send_id: z.string().regex(/^[a-zA-Z0-9\-_+/=]+$/, 'must be a Base64 compatible string').optional(),
	trigger_properties: jsonObject.optional(),
	recipient,
});
type Input = z.infer<typeof body>;

function requireCampaign(state: BrazeState, id: string): TransactionalCampaign {
	const refuse = (message: string): never => {
		throw new Refusal(400, message, documented('the message is Braze’s; the status is not named'));
	};
	const campaign = state.data.transactional.campaigns.find((one) => one.id === id);
	if (campaign === undefined) {
		return refuse(
			state.campaign(id) ? 'The campaign is not a transactional campaign. Only transactional campaigns may use this endpoint' : 'Campaign does not exist',
		);
	}
	if (campaign.status === 'archived') refuse('The campaign is archived. Unarchive the campaign in order for trigger requests to take effect.');
	if (campaign.status === 'paused') refuse('The campaign is paused. Resume the campaign in order for trigger requests to take effect.');
	return campaign;
}

/** Attributes make a user that does not exist; without them, and for an unknown alias, there is nobody to send to. */
function recipientOf(state: BrazeState, { external_user_id: id, user_alias: alias, attributes }: Input['recipient']): Profile | undefined {
	const found = alias ? state.byAlias(alias) : state.byExternalId(id ?? '');
	const profile = found ?? (id !== undefined && attributes ? state.create({ externalId: id }) : undefined);
	if (profile && attributes) writeAttributes(state, profile, attributes);
	return profile;
}

const answerOf = ({ dispatchId, externalSendId, campaignId, receivedAt }: TransactionalSend) => ({
	dispatch_id: dispatchId,
	status: 'sent',
	metadata: {
		...(externalSendId === undefined ? {} : { external_send_id: externalSendId }),
		campaign_api_id: campaignId,
		received_at: new Date(receivedAt).toISOString(),
	},
});

function enqueue(state: BrazeState, campaign: TransactionalCampaign, profile: Profile, dispatchId: string, triggerProperties: Input['trigger_properties']): void {
	const source = { kind: 'campaign', id: campaign.id, name: campaign.name, messageName: 'Variant 1', messageId: `${campaign.id}-variant-1` } as const;
	const email = { from: 'Acme <orders@acme.example>', subject: campaign.subject, body: campaign.body };
	state.enqueue(async () => {
		await sendEmail(state, email, 'all', { profile, source, dispatchId, at: Date.now(), triggerProperties });
	}, profile);
}

/** `POST /transactional/v1/campaigns/{campaign_id}/send`: the one send with a key; it holds for 24 hours. Braze does not limit its rate. */
export function transactionalSend(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'POST',
		path: '/transactional/v1/campaigns/:campaign/send',
		permission: 'transactional.send',
		pools: [],
		body,
		answer: ({ body: input, params, request }) => {
			const campaign = requireCampaign(state, params.campaign);
			if (jsonBytes(input.trigger_properties ?? {}) > TRIGGER_PROPERTIES_MAX_BYTES) {
				throw new Refusal(400, 'Trigger properties exceed 50 KB', documented('trigger_properties: at most 50 KB; the wording is the sandbox’s own'));
			}
			const standing = state.data.transactional.standing(input.external_send_id);
			if (standing) {
				request.notes.rule = unconfirmed('sent once in 24 hours for one external_send_id (documented); that the first send is answered again is not');
				return { status: 201, body: answerOf(standing) };
			}
			const profile = recipientOf(state, input.recipient);
			const send = { dispatchId: newDispatchId(), externalSendId: input.external_send_id, campaignId: campaign.id, receivedAt: Date.now() };
			state.data.transactional.add(send);
			request.notes.customer = profile && customerId(profile);
			request.notes.rule = profile ? documented('accepted, not delivered; no rate limit') : unconfirmed('unknown user: taken to be accepted and not sent');
			if (profile) enqueue(state, campaign, profile, send.dispatchId, input.trigger_properties);
			return { status: 201, body: answerOf(send) };
		},
	});
}
