import { z } from 'zod';
import { checkAudience, matchesAudience } from './audience';
import { Refusal } from '../errors';
import { jsonBytes, type JsonObject } from '../json';
import type { Pool } from '../limits';
import type { Profile } from '../users/profile';
import { documented } from '../rules';
import type { BrazeState } from '../state';
import { prepareRecipients, refuseBadRecipients, RECIPIENTS_MAX, type Recipient } from './triggerRecipients';

export const TRIGGER_PROPERTIES_MAX_BYTES = 50 * 1024;

/** What campaigns and Canvases are triggered with, under one set of names: a Canvas calls its properties `context`. */
export interface TriggerRequest {
	broadcast?: boolean;
	audience?: Record<string, unknown>;
	recipients?: Recipient[];
	attachments?: unknown[];
	properties: JsonObject;
}

export const triggerAudience = z.record(z.unknown()).optional();

const byBroadcast = (text: string) => new Refusal(400, text, documented(`${text}; the wording is the sandbox’s own`));

/** Throws Braze's 400. */
export function refuseBadTrigger({ broadcast = false, audience, recipients, attachments, properties }: TriggerRequest): void {
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
		throw new Refusal(400, 'Trigger properties exceed 50 KB', documented('trigger_properties and context: at most 50 KB; the wording is the sandbox’s own'));
	}
	if (audience !== undefined) checkAudience(audience);
	refuseBadRecipients(recipients ?? []);
}

/**
 * Whom a trigger reaches, with the properties of each. Attributes of recipients are written when it is first asked: before the send, so for a schedule
 * when it is due.
 */
export class Triggered {
	private readonly properties = new Map<Profile, JsonObject>();

	private prepared?: Map<Profile, JsonObject>;

	constructor(
		private readonly state: BrazeState,
		private readonly name: string,
		private readonly request: TriggerRequest,
	) {}

	audience(): Profile[] {
		const { audience, broadcast } = this.request;
		const reached = [...this.candidates()].filter(([profile]) => {
			if (audience === undefined) return true;
			const data = broadcast ? this.state.readable(profile) : profile.data;
			return matchesAudience(data, audience, this.state.messaging.appUse.lastUsedBy(profile));
		});
		for (const [profile, properties] of reached) this.properties.set(profile, properties);
		return reached.map(([profile]) => profile);
	}

	propertiesOf(profile: Profile): JsonObject {
		return this.properties.get(profile) ?? {};
	}

	private candidates(): Map<Profile, JsonObject> {
		const { broadcast, recipients = [], properties } = this.request;
		if (broadcast) return new Map(this.state.profiles.map((profile) => [profile, properties]));
		this.prepared ??= prepareRecipients(this.state, this.name, recipients, properties);
		return this.prepared;
	}
}

/** A broadcast counts apart, and once more for its own audience. */
export function triggerPools(id: unknown, { broadcast, audience }: { broadcast?: boolean; audience?: unknown }): Array<{ pool: Pool; subject?: string }> {
	return broadcast ? [{ pool: 'broadcast' }, { pool: 'broadcast audience', subject: JSON.stringify([id, audience]) }] : [{ pool: 'default' }];
}
