import type { IDataObject } from 'n8n-workflow';
import { field, limitFields, type InputOf, type Problem } from '../../../shared/operation';
import { checkRange, endDateField, rangeQuery, startDateField } from '../../dateRange';
import { pageSize } from '../../offsetPaging';

/** Rows Braze gives in a page at most. */
const PAGE = 500;

/** Of both lists of addresses. */
export const addressListFields = {
	searchBy: field.choice({
		displayName: 'Search By',
		options: [{ name: 'Date Range', value: 'dates' }, { name: 'Email', value: 'email', description: 'Whether one address is on the list' }],
		initial: 'dates',
	}),
	email: field.shownWhen({ searchBy: ['email'] }, field.optionalEmail({ displayName: 'Email', placeholder: 'ada@example.com' })),
	startDate: field.shownWhen({ searchBy: ['dates'] }, startDateField),
	endDate: field.shownWhen({ searchBy: ['dates'] }, endDateField),
	...limitFields,
};

type Input = InputOf<typeof addressListFields>;

export function checkAddressList(input: Input): Problem | undefined {
	if (input.searchBy === 'dates') return checkRange(input);
	return input.email === undefined ? { displayName: 'Email', message: 'is missing' } : undefined;
}

/** With an address Braze may answer nothing where limit or offset stand beside it, and wants an end date all the same. */
export const addressListQuery = (input: Input): IDataObject =>
	input.searchBy === 'email' ? { email: input.email, ...rangeQuery({}) } : { ...rangeQuery(input), limit: pageSize(input, PAGE) };
