import type { IDataObject } from 'n8n-workflow';
import { field, limitFields, type InputOf, type Problem } from '../shared/operation';
import { pageSize } from './offsetPaging';

/** Of content blocks and email templates; Braze takes up to 1,000, and 100 keeps an answer small. */
const PAGE = 100;

export const editedListFields = {
	...limitFields,
	more: field.extras({
		displayName: 'Filters',
		placeholder: 'Add Filter',
		fields: { modifiedAfter: field.optionalMoment({ displayName: 'Modified After' }), modifiedBefore: field.optionalMoment({ displayName: 'Modified Before' }) },
	}),
};

type Input = InputOf<typeof editedListFields>;

export function checkEditedList({ more: { modifiedAfter: after, modifiedBefore: before } }: Input): Problem | undefined {
	return after !== undefined && before !== undefined && after > before ? { displayName: 'Modified After', message: 'must not be later than Modified Before' } : undefined;
}

export const editedListQuery = (input: Input): IDataObject => ({ modified_after: input.more.modifiedAfter, modified_before: input.more.modifiedBefore, limit: pageSize(input, PAGE) });
