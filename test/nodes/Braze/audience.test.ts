import { audienceOf, checkAudience, type AudienceInput } from '../../../nodes/Braze/audience/audienceFields';
import { wrongAudience } from '../../../nodes/Braze/audience/validate';

const attribute = (comparison: string, value?: unknown, name = 'plan') => ({ custom_attribute: { custom_attribute_name: name, comparison, value } });

describe('what Braze takes passes', () => {
	it.each([
		['the example of Braze\'s page', {
			AND: [
				attribute('equals', 'blue'),
				attribute('includes_value', 'pizza'),
				{ OR: [attribute('less_than_x_days_ago', 2), { push_subscription_status: { comparison: 'is', value: 'opted_in' } }] },
				{ email_subscription_status: { comparison: 'is_not', value: 'subscribed' } },
				{ last_used_app: { comparison: 'after', value: '2019-07-22T13:17:55+0000' } },
			],
		}],
		['one filter alone', attribute('equals', true)],
		['existence without a value', attribute('does_not_exist')],
		['a day', attribute('before', '2026-01-01')],
		['a filter that is not known here but has the shape of one', { last_push_received: { comparison: 'after', value: '2026-01-01' } }],
	])('%s', (_, audience) => {
		expect(wrongAudience(audience)).toBeUndefined();
	});
});

describe('what Braze would refuse, or read otherwise, does not', () => {
	it.each<[string, unknown, RegExp]>([
		['nothing', {}, /empty/],
		['a list', [], /object/],
		['a list without filters', { AND: [] }, /AND holds no filter/],
		['a list that is none', { OR: attribute('equals', 1) }, /OR must hold a list/],
		['small letters', { and: [attribute('equals', 1)] }, /written AND/],
		['AND and OR in one part', { AND: [attribute('equals', 1)], OR: [attribute('equals', 2)] }, /AND and OR/],
		['two filters in one part', { ...attribute('equals', 1), last_used_app: {} }, /custom_attribute and last_used_app/],
		['a fault far inside', { AND: [{ OR: [{ AND: [attribute('is', 'x')] }] }] }, /comparison of "plan"/],
		['no name', attribute('equals', 1, ''), /custom_attribute_name/],
		['no value', attribute('equals'), /needs a value/],
		['a number as text', attribute('greater_than', '3'), /needs a number/],
		['days as text', attribute('less_than_x_days_ago', '3'), /needs a number/],
		['no time', attribute('after', 'yesterday'), /ISO 8601/],
		['a pattern that is no text', attribute('matches_regex', 3), /needs a text/],
		['a nested attribute', attribute('equals', { a: 1 }), /nested/],
		['a subscription that is none', { email_subscription_status: { comparison: 'is', value: 'yes' } }, /opted_in/],
		['a comparison that is none', { push_subscription_status: { comparison: 'equals', value: 'opted_in' } }, /is or is_not/],
		['last use by days', { last_used_app: { comparison: 'less_than_x_days_ago', value: 3 } }, /after or before/],
		['a profile field', { country: { comparison: 'equals', value: 'DE' } }, /segment/],
		['a word', { foo: 'bar' }, /must be an object/],
	])('%s', (_, audience, message) => {
		expect(wrongAudience(audience)).toMatch(message);
	});
});

const row = { kind: 'custom_attribute', name: 'plan', comparison: 'equals', value: 'gold', valueType: 'text' } as const;
const form = (audienceMatch: 'AND' | 'OR', ...audienceFilters: NonNullable<AudienceInput['audienceFilters']>): AudienceInput => ({ audienceBy: 'filters', audienceMatch, audienceFilters, audienceJson: undefined });

describe('the form', () => {
	it('makes a list of filters with typed values', () => {
		const input = form(
			'OR',
			row,
			{ ...row, name: 'visits', comparison: 'greater_than', value: ' 3 ' },
			{ ...row, name: 'vip', value: 'true', valueType: 'boolean' },
			{ ...row, name: 'shoe', value: '42', valueType: 'number' },
			{ ...row, comparison: 'exists' },
			{ ...row, kind: 'email_subscription_status', comparison: 'is', value: 'opted_in' },
		);
		expect(checkAudience(input)).toBeUndefined();
		expect(audienceOf(input)).toEqual({
			OR: [
				attribute('equals', 'gold'),
				attribute('greater_than', 3, 'visits'),
				attribute('equals', true, 'vip'),
				attribute('equals', 42, 'shoe'),
				attribute('exists'),
				{ email_subscription_status: { comparison: 'is', value: 'opted_in' } },
			],
		});
	});

	it('names the value that is not of its type', () => {
		expect(checkAudience(form('AND', { ...row, valueType: 'boolean' }))).toEqual({ displayName: 'Filters', message: 'the value of "plan" must be true or false' });
		expect(checkAudience(form('AND', { ...row, valueType: 'number' }))).toEqual({ displayName: 'Filters', message: 'the value of "plan" must be a number' });
		expect(checkAudience(form('AND', { ...row, comparison: 'less_than' }))?.message).toMatch(/needs a number/);
	});

	it('none is no audience', () => {
		expect(audienceOf({ ...form('AND', row), audienceBy: 'none' })).toBeUndefined();
	});
});
