import type { Condition } from '../shapes';
import { ticketTriggerBody } from '../ticketTrigger/body';
import { changedTo, NOT_THROUGH_API, PUBLIC_COMMENT } from '../ticketTrigger/conditions';
import { replyBody, solvedBody } from './directBodies';

/** Stands in what we make, so that tear-down takes nothing else away. */
export const MADE_BY_US = 'Made by n8n (Integration: Set Up). Tear Down removes it.';

/** Key of the user field that the whole loop reads. */
export const FIELD_KEY = 'braze_external_id';

export type Part = 'reply' | 'solved';

export interface WantedWebhook {
	/** The parts whose trigger calls it. */
	parts: Part[];
	name: string;
	endpoint: string;
}

export interface WantedTrigger {
	part: Part;
	title: string;
	all: Condition[];
	any: Condition[];
	body: string;
}

export interface Wanted {
	way: 'n8n' | 'direct';
	userField: { key: string; title: string };
	category: string;
	webhooks: WantedWebhook[];
	triggers: WantedTrigger[];
}

export interface Names {
	category: string;
	webhook: string;
	reply: string;
	solved: string;
}

export interface Targets {
	/** Where agents' replies go: n8n's webhook URL, or Braze's `/campaigns/trigger/send`. */
	reply: string;
	/** Where solved tickets are told; often the same. */
	solved: string;
}

/** What differs between the two ways. */
export type Way =
	| { way: 'n8n'; targets: Targets }
	| { way: 'direct'; targets: Targets; replyCampaignId: string; solvedCampaignId: string; closingText: string };

const bodiesOf = (asked: Way): Record<Part, string> =>
	asked.way === 'n8n'
		? { reply: ticketTriggerBody({ event: 'agentReply', status: '' }), solved: ticketTriggerBody({ event: 'statusChanged', status: 'solved' }) }
		: { reply: replyBody(asked.replyCampaignId), solved: solvedBody(asked.solvedCampaignId, asked.closingText) };

const webhooksOf = ({ reply, solved }: Targets, name: string): WantedWebhook[] =>
	reply === solved
		? [{ parts: ['reply', 'solved'], name, endpoint: reply }]
		: [
				{ parts: ['reply'], name, endpoint: reply },
				{ parts: ['solved'], name: `${name} (solved)`, endpoint: solved },
			];

/**
 * What shall stand in Zendesk. `guard` is the condition that the requester has a Braze id, where the account's triggers know one: without it
 * the direct way also calls Braze for customers that it does not know.
 */
export function wantedSetUp(asked: Way, names: Names, guard: Condition | undefined): Wanted {
	const bodies = bodiesOf(asked);
	const guards = asked.way === 'direct' && guard !== undefined ? [guard] : [];
	return {
		way: asked.way,
		userField: { key: FIELD_KEY, title: 'Braze external ID' },
		category: names.category,
		webhooks: webhooksOf(asked.targets, names.webhook),
		triggers: [
			{ part: 'reply', title: names.reply, all: [PUBLIC_COMMENT, NOT_THROUGH_API, ...guards], any: [], body: bodies.reply },
			{ part: 'solved', title: names.solved, all: [changedTo('solved'), ...guards], any: [], body: bodies.solved },
		],
	};
}
