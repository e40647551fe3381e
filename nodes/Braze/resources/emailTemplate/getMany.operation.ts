import { callOperation, mostOf } from '../../../shared/operation';
import { checkEditedList, editedListFields, editedListQuery } from '../../editedLists';
import { byOffset } from '../../offsetPaging';
import { rowsIn } from '../../paging';

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many email templates',
	description: 'List email templates with name and tags; without their texts. Templates of the drag-and-drop editor are left out by Braze.',
	documentation: 'https://www.braze.com/docs/api/endpoints/templates/email_templates/get_list_email_templates/',
	calls: ['GET /templates/email/list'],
	fields: editedListFields,
	check: checkEditedList,
	retry: 'safe',
	request: (input) => ({ method: 'GET', path: '/templates/email/list', query: editedListQuery(input) }),
	outcome: (answer) => rowsIn(answer, 'templates'),
	page: { next: byOffset('templates'), most: mostOf },
});
