import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/text/isObject';
import type { FailedIntake, Intake } from '../../shared/webhook/intake';
import { dedupeKeyOf, type Deduping } from './dedupe';

/** One customer of a webhook campaign as an item. */
export interface CampaignWebhook extends Intake {
	event: 'campaignWebhook';
	/** The campaign's id. */
	targetId: string;
	keyValues: IDataObject;
	profile: IDataObject;
	eventProperties: IDataObject;
	/** CleverTap's call on Create, which is about nobody. */
	isTest: boolean;
}

export type Read = { ok: true; isTest: boolean; events: CampaignWebhook[]; failures: FailedIntake[] } | { ok: false; failure: FailedIntake };

type Values = Record<string, unknown>;

const FIX = 'Look at the webhook of the campaign in CleverTap: POST, with the body "Profile variables"; a body of your own must be JSON with "targetId", "key_values" and "profiles".';

/** As much of a body as is worth showing. */
const SHOWN = 10_000;

const unreadable = (raw: string, why: string): FailedIntake => ({
	event: 'unreadable',
	error: { class: 'invalidInput', vendor: 'CleverTap', message: `The webhook's body is of no use: ${why}`, fix: FIX },
	deliveryId: '',
	raw: raw.slice(0, SHOWN),
});

/** Bodies are written with keys in several cases: Identity, push_token, Push_token. */
const lowered = (values: Values): Values => Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));

const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');

const asObject = (value: unknown): IDataObject => (isObject(value) ? (value as IDataObject) : {});

const IDS = ['identity', 'objectid', 'email'] as const;

interface Delivery {
	body: Values;
	targetId: string;
	keyValues: IDataObject;
	isTest: boolean;
	now: Date;
	deduping: Deduping;
}

function eventOf(profile: unknown, { body, targetId, keyValues, isTest, now, deduping }: Delivery): CampaignWebhook | string {
	if (!isObject(profile)) return 'a profile in it is no object';
	const known = lowered(profile);
	const [identity, objectId, email] = IDS.map((name) => asText(known[name]));
	const customer = [identity, objectId, email].find((id) => id !== '');
	if (customer === undefined) return 'a profile in it has neither Identity nor ObjectId nor Email';
	const key = dedupeKeyOf(deduping, targetId, customer, keyValues);
	return {
		event: 'campaignWebhook',
		customer: { identity, objectId, email, pushToken: asText(known.push_token) },
		text: '',
		targetId,
		keyValues,
		profile: asObject(known.profiledata),
		eventProperties: asObject(known.event_properties),
		isTest,
		// CleverTap sends no time.
		occurredAt: now.toISOString(),
		deliveryId: key,
		dedupeKey: key,
		raw: { ...body, profiles: profile } as IDataObject,
	};
}

/** The profiles of a body: a list for many, one object for one; a body of the author's own may name the customer itself. */
function profilesIn(body: Values, known: Values): unknown[] | undefined {
	const { profiles } = known;
	if (Array.isArray(profiles)) return profiles;
	if (isObject(profiles)) return [profiles];
	return profiles === undefined && IDS.some((name) => asText(known[name]) !== '') ? [body] : undefined;
}

function parsed(raw: string): unknown {
	try {
		return JSON.parse(raw.replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
}

/** What a webhook campaign of CleverTap posted, an event a customer; a profile that is of no use takes no other down. Pure; `now` is when it arrived. */
export function readWebhook(raw: string, now: Date, deduping: Deduping): Read {
	const body = parsed(raw);
	if (!isObject(body)) return { ok: false, failure: unreadable(raw, raw.trim() === '' ? 'it is empty' : 'it is no JSON object') };
	const known = lowered(body);
	const profiles = profilesIn(body, known);
	if (profiles === undefined) return { ok: false, failure: unreadable(raw, 'it has no profiles') };
	const isTest = String(known.is_test).toLowerCase() === 'true';
	const delivery: Delivery = { body, targetId: asText(known.targetid), keyValues: asObject(known.key_values), isTest, now, deduping };
	const events: CampaignWebhook[] = [];
	const failures: FailedIntake[] = [];
	for (const profile of profiles) {
		const event = eventOf(profile, delivery);
		if (typeof event === 'string') failures.push(unreadable(JSON.stringify({ ...body, profiles: profile }), event));
		else events.push(event);
	}
	return { ok: true, isTest, events, failures };
}
