import { callOperation } from '../../../shared/operation';
import { detailsOf } from '../../details';
import { checkExport, exportBody, exportFileFields } from './exportFields';

export const exportControlGroup = callOperation({
	name: 'Export Global Control Group',
	action: 'Export the users of the global control group',
	description: 'Start an export of the Global Control Group; the answer has the URL at which the file will lie once it is ready',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/user_data/post_users_global_control_group/',
	calls: ['POST /users/export/global_control_group'],
	fields: exportFileFields,
	check: checkExport,
	retry: 'safe',
	request: (input) => ({ method: 'POST', path: '/users/export/global_control_group', body: exportBody(input) }),
	outcome: (answer) => detailsOf(answer),
});
