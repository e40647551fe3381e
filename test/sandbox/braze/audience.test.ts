import { checkAudience, matchesAudience } from '../../../sandbox/braze/campaigns/audience';
import type { ProfileData } from '../../../sandbox/braze/users/profile';

const DAY = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

const ada: ProfileData = {
	fields: { email_subscribe: 'opted_in' },
	custom: { color: 'green', points: 120, vip: true, dishes: ['calzone'], bought: ago(3), trip: ago(-5), nick: 'Ad42' },
};
const custom = (name: string, comparison: string, value?: unknown) => ({ custom_attribute: { custom_attribute_name: name, comparison, ...(value === undefined ? {} : { value }) } });

describe('a connected audience', () => {
	it.each<[Record<string, unknown>, boolean]>([
		[custom('color', 'equals', 'green'), true],
		[custom('color', 'not_equal', 'green'), false],
		[custom('vip', 'equals', 'true'), false],
		[custom('vip', 'equals', true), true],
		[custom('vip', 'does_not_equal', false), true],
		[custom('points', 'greater_than', 119), true],
		[custom('points', 'less_than_or_equal_to', 119), false],
		[custom('points', 'greater_than', '119'), false],
		[custom('dishes', 'includes_value', 'calzone'), true],
		[custom('dishes', 'does_not_include_value', 'calzone'), false],
		[custom('nick', 'matches_regex', '^Ad\\d+$'), true],
		[custom('nick', 'does_not_match_regex', '^Ad'), false],
		[custom('gone', 'exists'), false],
		[custom('gone', 'does_not_exist'), true],
		[custom('bought', 'less_than_x_days_ago', 4), true],
		[custom('bought', 'less_than_x_days_ago', 2), false],
		[custom('bought', 'greater_than_x_days_ago', 2), true],
		[custom('trip', 'less_than_x_days_ago', 9), false],
		[custom('trip', 'less_than_x_days_in_the_future', 6), true],
		[custom('trip', 'greater_than_x_days_in_the_future', 6), false],
		[custom('bought', 'after', ago(4)), true],
		[custom('bought', 'before', ago(4)), false],
		[{ email_subscription_status: { comparison: 'is', value: 'opted_in' } }, true],
		[{ email_subscription_status: { comparison: 'is_not', value: 'subscribed' } }, true],
		[{ push_subscription_status: { comparison: 'is', value: 'subscribed' } }, true],
		[{ last_used_app: { comparison: 'after', value: ago(8) } }, true],
		[{ last_used_app: { comparison: 'before', value: ago(8) } }, false],
		[{ AND: [custom('vip', 'equals', true), { OR: [custom('color', 'equals', 'red'), custom('points', 'less_than', 200)] }] }, true],
		[{ AND: [custom('vip', 'equals', true), { OR: [custom('color', 'equals', 'red'), custom('points', 'less_than', 20)] }] }, false],
		[{ OR: [] }, false],
	])('%j: %s', (audience, expected) => {
		expect(matchesAudience(ada, audience, Date.now() - 7 * DAY)).toBe(expected);
	});

	it('whoever never opened an app used it neither before nor after', () => {
		expect(matchesAudience(ada, { last_used_app: { comparison: 'before', value: ago(-1) } })).toBe(false);
	});

	it.each<[string, Record<string, unknown>]>([
		['an unknown filter', { moon_phase: { comparison: 'is', value: 'full' } }],
		['an unknown comparison', custom('color', 'is', 'green')],
		['no value', custom('color', 'equals')],
		['a number of days that is none', custom('bought', 'less_than_x_days_ago', 'two')],
		['a date that is none', custom('bought', 'after', 'yesterday')],
		['a broken regular expression', custom('nick', 'matches_regex', '(')],
		['an object as value', custom('color', 'equals', { is: 'green' })],
		['an unknown subscription', { email_subscription_status: { comparison: 'is', value: 'yes' } }],
		['two filters in one object', { ...custom('color', 'exists'), push_subscription_status: { comparison: 'is', value: 'subscribed' } }],
		['AND beside a filter', { AND: [], ...custom('color', 'exists') }],
		['AND of no list', { AND: custom('color', 'exists') }],
		['something deep inside', { AND: [{ OR: [custom('color', 'exists'), custom('color', 'is')] }] }],
		['nothing', {}],
	])('is refused with %s', (_, audience) => {
		expect(() => checkAudience(audience)).toThrow('Invalid connected audience');
	});

	it('says where it went wrong', () => {
		expect(() => checkAudience({ AND: [{ OR: [custom('bought', 'after', 'yesterday')] }] })).toThrow(
			expect.objectContaining({ errors: ['AND.0.OR.0.custom_attribute.value: must be an ISO 8601 date'] }),
		);
	});
});
