import type { IDataObject } from 'n8n-workflow';
import { field, type InputOf } from '../shared/operation';

/** What lists of campaigns and Canvases may be narrowed by. */
export const editedFields = {
	more: field.extras({
		displayName: 'Filters',
		placeholder: 'Add Filter',
		fields: {
			editedAfter: field.optionalMoment({ displayName: 'Edited After' }),
			includeArchived: field.toggle({ displayName: 'Include Archived', description: 'Whether archived ones are listed too', initial: true }),
			sortDirection: field.choice({ displayName: 'Sort by Creation', options: [{ name: 'Newest First', value: 'desc' }, { name: 'Oldest First', value: 'asc' }], initial: 'desc' }),
		},
	}),
};

/** Braze's format of the time has neither milliseconds nor a zone. */
export const editedQuery = ({ more }: InputOf<typeof editedFields>): IDataObject => ({
	page: 0,
	include_archived: more.includeArchived,
	sort_direction: more.sortDirection,
	'last_edit.time[gt]': more.editedAfter?.slice(0, 19),
});

/** Changes since the launch that have not been published. */
export const draftField = field.toggle({ displayName: 'Post-Launch Draft', description: 'Whether to read the draft of changes made after the launch, where there is one', initial: false });
