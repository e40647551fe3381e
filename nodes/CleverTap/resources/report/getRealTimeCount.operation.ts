import { field } from '../../../shared/operation';
import { reportOperation } from '../../query/reportOperation';

export const getRealTimeCount = reportOperation({
	name: 'Get Real-Time Count',
	action: 'Get the count of users who are active now',
	description: 'Count the users of the last five minutes',
	documentation: 'https://developer.clevertap.com/docs/report-object',
	path: '/1/now.json',
	fields: { userType: field.toggle({ displayName: 'By User Type', description: 'Whether new and returning users are counted apart as well', initial: true }) },
	body: ({ userType }) => ({ user_type: userType || undefined }),
});
