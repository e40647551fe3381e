import { z } from 'zod';
import type { Rule } from '../control/types';
import { missing } from '../sendbird/errors';
import type { Recipient } from './inbox';
import type { Variables } from './render';
import { RULES } from './rules';

/** What a relay request means, whatever its shape. */
export interface RelaySend {
	rule: Rule;
	templateKey: string;
	recipients: Recipient[];
	eventName?: string;
	targetId?: string | number;
	push?: { title: string; body?: string };
}

type Fields = Record<string, unknown>;

const fields = z.record(z.unknown());
const scalar = z.union([z.string(), z.number(), z.boolean()]);

const asFields = (value: unknown): Fields => fields.catch({}).parse(value);
const asText = (value: unknown): string | undefined => {
	const read = scalar.safeParse(value);
	return read.success && String(read.data) !== '' ? String(read.data) : undefined;
};
const asList = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).flatMap((each) => asText(each) ?? []);

const plain = (name: string): string => name.toLowerCase().replace(/[_\-.\s]/g, '');

/** The first of these keys that is there, without regard to case, dashes and underscores. */
function pick(from: Fields, ...names: string[]): unknown {
	for (const name of names) {
		const hit = Object.entries(from).find(([key, value]) => plain(key) === name && value !== undefined && value !== null && value !== '');
		if (hit !== undefined) return hit[1];
	}
	return undefined;
}

const texts = (values: Fields): Variables => Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (scalar.safeParse(value).success ? [[key, String(value)]] : [])));

/** Variables by user id, or the same ones for everybody. */
function variablesFor(all: Fields, userId: string): Variables {
	const values = Object.values(all);
	const byUser = values.length > 0 && values.every((value) => typeof value === 'object' && value !== null);
	return texts(byUser ? asFields(all[userId]) : all);
}

const EVENT = ['eventname', 'evtname', 'event'];
const TARGET = ['targetid', 'campaignid', 'journeyid', 'canvasid'];
const RECEIVER = ['targets', 'receivers', 'receiver', 'recipients', 'recipient', 'target', 'userids', 'userid', 'sendbirdid', 'sendbirduserid', 'to'];
const ESP_USER = ['externalid', 'externaluserid', 'espuserid', 'brazeuserid', 'identity', 'clevertapid', 'objectid', 'brazeid'];

interface Common {
	templateKey: string;
	variables: Fields;
	eventName?: string;
	targetId?: string | number;
	push?: { title: string; body?: string };
	espUserId?: string;
}

function commonOf(body: Fields): Common {
	const template = pick(body, 'template');
	const nested = asFields(template);
	const templateKey = asText(template) ?? asText(pick(nested, 'key', 'templatekey')) ?? asText(pick(body, 'templatekey', 'notificationtemplate', 'notificationtemplatekey'));
	if (templateKey === undefined) throw missing('template.key');
	const push = asFields(pick(body, 'pushtemplate'));
	const title = asText(push.title);
	const target = pick(body, ...TARGET);
	return {
		templateKey,
		variables: asFields(pick(nested, 'variables') ?? pick(body, 'variables', 'templatevariables')),
		eventName: asText(pick(body, ...EVENT)),
		targetId: typeof target === 'number' ? target : asText(target),
		push: title === undefined ? undefined : { title, body: asText(push.body) },
		espUserId: asText(pick(body, ...ESP_USER)) ?? asText(pick(asFields(pick(body, 'user')), ...ESP_USER)),
	};
}

/** CleverTap's own webhook body: the fields stand in key_values, the people in profiles. */
function fromProfiles(body: Fields, profiles: unknown): RelaySend {
	const { variables, templateKey, eventName, targetId, push } = commonOf({ targetId: body.targetId, ...asFields(pick(body, 'keyvalues')) });
	const recipients = (Array.isArray(profiles) ? profiles : [profiles]).map(asFields).flatMap((profile): Recipient[] => {
		const espUserId = asText(pick(profile, 'identity', 'objectid', 'email'));
		const userId = asText(pick(asFields(pick(profile, 'profiledata')), 'sendbirdid', 'sendbirduserid')) ?? espUserId;
		return userId === undefined ? [] : [{ userId, espUserId, variables: variablesFor(variables, userId) }];
	});
	if (recipients.length === 0) throw missing('profiles', RULES.relayReceiver);
	return { rule: RULES.relayProfiles, templateKey, eventName, targetId, push, recipients };
}

/** Reads a relay body in every shape that is plausible; which one it was is told by the rule. */
export function readRelayBody(input: unknown): RelaySend {
	const body = asFields(input);
	const profiles = pick(body, 'profiles');
	if (profiles !== undefined) return fromProfiles(body, profiles);
	const { variables, espUserId, ...common } = commonOf(body);
	const userIds = [...new Set(asList(pick(body, ...RECEIVER)))];
	if (userIds.length === 0) throw missing('targets', RULES.relayReceiver);
	const documented = Array.isArray(body.targets) && typeof body.template === 'object';
	return {
		rule: documented ? RULES.relayNotification : RULES.relayBuilder,
		...common,
		recipients: userIds.map((userId) => ({ userId, espUserId: userIds.length === 1 ? espUserId : undefined, variables: variablesFor(variables, userId) })),
	};
}
