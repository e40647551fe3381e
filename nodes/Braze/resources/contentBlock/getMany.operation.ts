import { callOperation, mostOf } from '../../../shared/operation';
import { checkEditedList, editedListFields, editedListQuery } from '../../editedLists';
import { byOffset } from '../../offsetPaging';
import { rowsIn } from '../../paging';

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many content blocks',
	description: 'List content blocks with name, Liquid tag, tags and how often they are used; without their content',
	documentation: 'https://www.braze.com/docs/api/endpoints/templates/content_blocks_templates/get_list_email_content_blocks/',
	calls: ['GET /content_blocks/list'],
	fields: editedListFields,
	check: checkEditedList,
	retry: 'safe',
	request: (input) => ({ method: 'GET', path: '/content_blocks/list', query: editedListQuery(input) }),
	outcome: (answer) => rowsIn(answer, 'content_blocks'),
	page: { next: byOffset('content_blocks'), most: mostOf },
});
