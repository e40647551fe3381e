import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { defaultPool, get, post, type Query } from '../endpoint';
import { Refusal } from '../errors';
import { fieldText, type Profile } from '../users/profile';
import { documented, unconfirmed } from '../rules';
import type { SubscriptionState } from '../sms/smsSubscriptions';
import type { BrazeState } from '../state';
import { subscriptionGroup, subscriptionGroups, type SubscriptionGroup } from './subscriptionGroups';

const USERS_MAX = 50;

const listed = z.union([z.string(), z.array(z.string())]).optional();
const toList = (value: z.infer<typeof listed>): string[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

const subscriptionState = z.enum(['subscribed', 'unsubscribed']);

interface Change {
	groupId: string;
	state: SubscriptionState;
	externalIds: string[];
	emails: string[];
	phones: string[];
}

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);

function requireGroup(state: BrazeState, id: string | undefined): SubscriptionGroup {
	const group = subscriptionGroup(state, id);
	if (group === undefined) throw new Refusal(400, 'Invalid subscription group ID', unconfirmed('no such subscription group: 400'));
	return group;
}

function refuseBadChange(state: BrazeState, change: Change): void {
	requireGroup(state, change.groupId);
	const { externalIds, emails, phones } = change;
	if (emails.length > 0 && phones.length > 0) throw new Refusal(400, 'email and phone exclude each other', documented('never e-mails and phones together; the wording is the sandbox’s own'));
	const total = externalIds.length + emails.length + phones.length;
	if (total === 0) throw new Refusal(400, 'No users were given', unconfirmed('nobody to change: 400'));
	if (total > USERS_MAX) throw new Refusal(400, 'The max number of ids per request was exceeded', documented(`at most ${USERS_MAX} users`));
}

function apply(state: BrazeState, { groupId, state: to, externalIds, emails, phones }: Change): void {
	const { channel, members } = requireGroup(state, groupId);
	const profiles = [
		...externalIds.map((id) => state.byExternalId(id)),
		...emails.flatMap((email) => state.having('email', email)),
		...phones.flatMap((phone) => state.having('phone', phone)),
	];
	for (const profile of profiles) if (profile) members.set(profile, to);
	for (const address of channel === 'sms' ? phones : emails) members.setAddress(address, to);
}

function setRoutes(app: FastifyInstance, state: BrazeState): void {
	const common = { permission: 'subscription.status.set', pools: () => [{ pool: 'subscription/status/set' as const }] } as const;
	const accepted = (changes: Change[], request: FastifyRequest) => {
		request.notes.rule = documented('a state belongs to the phone number or e-mail address: all profiles with it change; the status 201 is unconfirmed; double opt-in is not modelled');
		for (const change of changes) refuseBadChange(state, change);
		for (const change of changes) apply(state, change);
		return { status: 201, body: { message: 'success' } };
	};
	post(app, state, {
		...common,
		path: '/subscription/status/set',
		body: z.object({ subscription_group_id: z.string(), subscription_state: subscriptionState, external_id: listed, email: listed, phone: listed, use_double_opt_in_logic: z.boolean().optional() }),
		answer: (input, request) =>
			accepted([
				{
					groupId: input.subscription_group_id,
					state: input.subscription_state,
					externalIds: toList(input.external_id),
					emails: toList(input.email),
					phones: toList(input.phone),
				},
			], request),
	});
	post(app, state, {
		...common,
		path: '/v2/subscription/status/set',
		body: z.object({
			subscription_groups: z
				.array(z.object({
					subscription_group_id: z.string(),
					subscription_state: subscriptionState,
					external_ids: listed,
					emails: listed,
					phones: listed,
					use_double_opt_in_logic: z.boolean().optional(),
				}))
				.min(1),
		}),
		answer: (input, request) =>
			accepted(
				input.subscription_groups.map((group) => ({
					groupId: group.subscription_group_id,
					state: group.subscription_state,
					externalIds: toList(group.external_ids),
					emails: toList(group.emails),
					phones: toList(group.phones),
				})),
				request,
			),
	});
}

interface Asked {
	name: string;
	profiles: Profile[];
}

/** Given ids and e-mails or phones, only the ids count. */
function asked(state: BrazeState, query: Query): Asked[] {
	const ids = query.all('external_id');
	const given: Asked[] =
		ids.length > 0
			? ids.map((id) => ({ name: id, profiles: [state.byExternalId(id)].filter((profile) => profile !== undefined) }))
			: (['email', 'phone'] as const).flatMap((field) =>
					query.all(field).map((value) => ({ name: value, profiles: state.having(field, value) })),
				);
	if (given.length === 0) throw new Refusal(400, 'No users were given', unconfirmed('nobody asked for: 400'));
	if (given.length > USERS_MAX) throw new Refusal(400, 'The max number of ids per request was exceeded', documented(`at most ${USERS_MAX} users`));
	return given;
}

function statusGet(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/subscription/status/get',
		permission: 'subscription.status.get',
		pools: defaultPool,
		answer: (query, request) => {
			const { members } = requireGroup(state, query.one('subscription_group_id'));
			const entries = asked(state, query).map(({ name, profiles: [profile] }) => [
				name,
				capital((profile && members.of(profile)) ?? 'unknown'),
			]);
			request.notes.rule = documented('Subscribed, Unsubscribed or Unknown');
			return { status: 200, body: { message: 'success', status: Object.fromEntries(entries) } };
		},
	});
}

function userStatus(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/subscription/user/status',
		permission: 'subscription.groups.get',
		pools: defaultPool,
		answer: (query, request) => {
			request.notes.rule = unconfirmed('a user never subscribed nor unsubscribed has an empty list');
			const profiles = asked(state, query).flatMap((one) => one.profiles);
			const offset = Number(query.one('offset') ?? 0);
			const limit = Number(query.one('limit') ?? 100);
			const users = profiles.slice(offset, offset + limit).map((profile) => {
				const groups = subscriptionGroups(state).flatMap(({ id, name, channel, members }) => {
					const current = members.of(profile);
					return current === undefined ? [] : [{ id, name, channel, status: capital(current) }];
				});
				return {
					email: fieldText(profile.data, 'email') ?? null,
					phone: fieldText(profile.data, 'phone') ?? null,
					external_id: profile.externalId ?? null,
					subscription_groups: groups,
				};
			});
			return { status: 200, body: { message: 'success', users, total_count: profiles.length } };
		},
	});
}

/** The four subscription endpoints, for the SMS group and the e-mail group. */
export function subscriptions(app: FastifyInstance, state: BrazeState): void {
	setRoutes(app, state);
	statusGet(app, state);
	userStatus(app, state);
}
