import { callOperation, field, limitFields, mostOf, type InputOf, type Problem } from '../../../shared/operation';
import { MOST_OF_A_CALL } from '../../addressFields';
import { checkRange, endDateField, rangeQuery, startDateField } from '../../dateRange';
import { byOffset, pageSize } from '../../offsetPaging';
import { rowsIn } from '../../paging';

const PAGE = 500;

const fields = {
	searchBy: field.choice({ displayName: 'Search By', options: [{ name: 'Date Range', value: 'dates' }, { name: 'Phones', value: 'phones', description: 'Which of some numbers are on the list' }], initial: 'dates' }),
	phones: field.shownWhen({ searchBy: ['phones'] }, field.textList({ displayName: 'Phones', description: 'Comma-separated, in E.164', placeholder: '+15551234567' })),
	startDate: field.shownWhen({ searchBy: ['dates'] }, startDateField),
	endDate: field.shownWhen({ searchBy: ['dates'] }, endDateField),
	reason: field.choice({
		displayName: 'Reason',
		options: [{ name: 'Any', value: 'any' }, { name: 'Deactivated', value: 'deactivated' }, { name: 'Provider Error', value: 'provider_error' }],
		initial: 'any',
	}),
	...limitFields,
};

function check(input: InputOf<typeof fields>): Problem | undefined {
	if (input.searchBy === 'dates') return checkRange(input);
	const phones = input.phones ?? [];
	if (phones.length === 0) return { displayName: 'Phones', message: 'is missing' };
	return phones.length > MOST_OF_A_CALL ? { displayName: 'Phones', message: `may hold ${MOST_OF_A_CALL} at most` } : undefined;
}

/** Given numbers go before a stretch of days, and want none. */
export const getInvalidPhones = callOperation({
	name: 'Get Invalid Phones',
	action: 'Get invalid phone numbers',
	description: 'List phone numbers that turned out invalid, newest first, or look some up',
	documentation: 'https://www.braze.com/docs/api/endpoints/sms/get_query_invalid_numbers/',
	calls: ['GET /sms/invalid_phone_numbers'],
	fields,
	check,
	retry: 'safe',
	request: (input) => ({
		method: 'GET',
		path: '/sms/invalid_phone_numbers',
		query: {
			...(input.searchBy === 'phones' ? { phone_numbers: input.phones } : { ...rangeQuery(input), limit: pageSize(input, PAGE) }),
			reason: input.reason === 'any' ? undefined : input.reason,
		},
	}),
	outcome: (answer) => rowsIn(answer, 'sms'),
	page: { next: byOffset('sms'), most: mostOf },
});
