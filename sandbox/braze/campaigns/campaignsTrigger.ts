import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SmsCampaign } from './campaign';
import { post } from '../endpoint';
import { Refusal } from '../errors';
import { newDispatchId } from '../ids';
import { json, jsonObject } from '../json';
import { MESSAGING_RULES } from '../messages/messagingRules';
import { customerId } from '../users/profile';
import { documented, unconfirmed } from '../rules';
import { addSchedule } from '../schedules/change';
import type { Job } from '../schedules/schedules';
import { triggerSchedule } from '../schedules/triggerSchedule';
import { readSchedule, ruleOf, scheduleObject } from '../schedules/when';
import { isSendId } from '../sends/sendIds';
import { sendCampaignSms } from '../sms/smsOutbound';
import type { BrazeState } from '../state';
import { recipient } from './triggerRecipients';
import { refuseBadTrigger, triggerAudience, Triggered, triggerPools } from './triggerRequest';

const body = z.object({
	campaign_id: json.optional(),
	send_id: z.string().max(64).optional(),
	trigger_properties: jsonObject.optional(),
	broadcast: z.boolean().optional(),
	audience: triggerAudience,
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

/** The one given, or for a broadcast a new one. */
function sendIdOf(state: BrazeState, campaign: SmsCampaign, { send_id: given, broadcast }: Input): string | undefined {
	const { sendIds } = state.messaging;
	if (given === undefined) return broadcast ? sendIds.create(campaign.sandboxId) : undefined;
	if (!isSendId(given) || !sendIds.has(campaign.sandboxId, given)) throw new Refusal(400, 'Invalid Send ID', MESSAGING_RULES.sendIdUnknown);
	return given;
}

/** Everything that is wrong with the call is said here, before anything is sent or scheduled. */
function prepare(state: BrazeState, input: Input) {
	const campaign = triggerable(state, input.campaign_id);
	const trigger = { ...input, properties: input.trigger_properties ?? {} };
	refuseBadTrigger(trigger);
	const sendId = sendIdOf(state, campaign, input);
	const dispatchId = newDispatchId();
	const triggered = new Triggered(state, campaign.name, trigger);
	const job: Job = {
		name: campaign.name,
		audience: () => triggered.audience(),
		send: async (profile, at) => await sendCampaignSms(state, campaign, profile, { dispatchId, sendId, at, triggerProperties: triggered.propertiesOf(profile) }),
	};
	return { campaign, job, answer: { dispatch_id: dispatchId, ...(input.broadcast ? { send_id: sendId } : {}) } };
}

function notePerson(request: FastifyRequest, people: ReturnType<Job['audience']>): void {
	request.notes.customer = people.length === 1 ? customerId(people[0]) : undefined;
	request.notes.rule = documented('success means accepted, not delivered; one dispatch_id for the whole call');
}

/** `POST /campaigns/trigger/send`: accepted at once, sent afterwards, one SMS after the other. */
function send(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/campaigns/trigger/send',
		permission: 'campaigns.trigger.send',
		pools: (input) => triggerPools(input.campaign_id, input),
		body,
		answer: (input, request) => {
			const { job, answer } = prepare(state, input);
			const people = job.audience();
			for (const profile of people) state.enqueue(async () => await job.send(profile, Date.now()), profile);
			notePerson(request, people);
			return { status: 201, body: { ...answer, message: 'success' } };
		},
	});
}

/** `POST /campaigns/trigger/schedule/create` */
function scheduleCreate(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/campaigns/trigger/schedule/create',
		permission: 'campaigns.trigger.schedule.create',
		pools: (input) => triggerPools(input.campaign_id, input),
		body: body.extend({ schedule: scheduleObject }),
		answer: ({ schedule, ...input }, request) => {
			const when = readSchedule(schedule);
			const { campaign, job, answer } = prepare(state, input);
			request.notes.rule = ruleOf(when);
			return { status: 201, body: { ...answer, schedule_id: addSchedule(state, { kind: 'campaign', ownerId: campaign.sandboxId, when, job }), message: 'success' } };
		},
	});
}

export function campaignsTrigger(app: FastifyInstance, state: BrazeState): void {
	send(app, state);
	scheduleCreate(app, state);
	triggerSchedule(app, state, {
		kind: 'campaign',
		path: '/campaigns/trigger/schedule',
		field: 'campaign_id',
		permissions: { update: 'campaigns.trigger.schedule.update', delete: 'campaigns.trigger.schedule.delete' },
		requireOwner: (id) => void triggerable(state, id),
	});
}
