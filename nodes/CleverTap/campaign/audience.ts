import { field, type InputOf, type Problem } from '../../shared/operation';
import { checkFilters, filtersOf } from '../query/filterFields';
import { checkQuery, queryFields, queryJsonField, queryOf } from '../query/queryFields';

const EVERYBODY = 'all';

const inWhere = { audience: ['where'] };

const inSegment = { audience: ['segment'] };

const { from, to, eventFilters, profileFilters } = queryFields;

/** Whom a campaign is for. */
export const audienceFields = {
	audience: field.choice({
		displayName: 'Audience',
		options: [
			{ name: 'Everybody', value: 'everybody', description: 'Every user of the account who can be reached on the channel' },
			{ name: 'Profile Attributes Only', value: 'profiles', description: 'Who has the attributes below, whatever they did' },
			{ name: 'Segment', value: 'segment', description: 'A segment of the dashboard' },
			{ name: 'Who Did Something', value: 'where', description: 'Who raised an event between two days' },
		],
		initial: 'segment',
	}),
	segment: field.shownWhen(inSegment, field.requiredId({ displayName: 'Segment ID', description: 'A number; the address of the segment in the dashboard ends with it', placeholder: '1457433898' })),
	eventName: field.shownWhen(inWhere, queryFields.eventName),
	from: field.shownWhen(inWhere, from),
	to: field.shownWhen(inWhere, to),
	eventFilters: field.shownWhen(inWhere, eventFilters),
	profileFilters: field.shownWhen({ audience: ['profiles', 'where'] }, profileFilters),
	whereJson: field.shownWhen({ audience: ['profiles', 'where'] }, queryJsonField),
};

export type AudienceInput = InputOf<typeof audienceFields>;

function queryProblem({ eventName, from: first, to: last, eventFilters: events = [], profileFilters: profiles = [] }: AudienceInput): Problem | undefined {
	const missing = eventName === undefined ? 'Event Name' : first === undefined ? 'From' : last === undefined ? 'To' : undefined;
	if (eventName === undefined || first === undefined || last === undefined) return { displayName: missing ?? 'Event Name', message: 'is missing' };
	return checkQuery({ eventName, from: first, to: last, eventFilters: events, profileFilters: profiles });
}

const profilesWhere = ({ profileFilters: profiles = [], whereJson = {} }: AudienceInput) => ({ ...filtersOf({ profileFilters: profiles }), ...whereJson });

/** A campaign without any condition goes to everybody: that must be chosen, not left over. */
export function checkAudience(input: AudienceInput): Problem | undefined {
	if (input.audience === 'segment') {
		if (input.segment === undefined) return { displayName: 'Segment ID', message: 'is missing' };
		if (input.segment.toLowerCase() === EVERYBODY) return { displayName: 'Segment ID', message: 'is everybody; choose the audience Everybody if that is meant' };
		return /^\d+$/.test(input.segment) ? undefined : { displayName: 'Segment ID', message: 'must be a number, as the dashboard shows it' };
	}
	if (input.audience === 'where') return queryProblem(input);
	if (input.audience === 'everybody') return undefined;
	const names = (input.profileFilters ?? []).length + Object.values(input.whereJson ?? {}).filter((value) => value !== undefined && value !== null).length;
	return names === 0 ? { displayName: 'Profile Filters', message: 'are missing; without any the campaign would go to everybody' } : checkFilters({ profileFilters: input.profileFilters });
}

export function audienceOf(input: AudienceInput): { segment?: number | string; where?: object } {
	if (input.audience === 'everybody') return { segment: EVERYBODY };
	if (input.audience === 'segment') return { segment: Number(input.segment) };
	if (input.audience === 'profiles') return { where: profilesWhere(input) };
	const { eventName = '', from: first = 0, to: last = 0, eventFilters: events = [], profileFilters: profiles = [] } = input;
	return { where: queryOf({ eventName, from: first, to: last, eventFilters: events, profileFilters: profiles }, input.whereJson) };
}
