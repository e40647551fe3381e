import { callOperation, field } from '../../../shared/operation';
import { rowsIn } from '../../paging';

/** Schedules made through the API are not in it. */
export const getScheduledBroadcasts = callOperation({
	name: 'Get Scheduled Broadcasts',
	action: 'Get the scheduled broadcasts',
	description: 'List campaigns and Canvases that are scheduled in the dashboard until a day; a recurring one stands once, with its next time',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/schedule_messages/get_messages_scheduled/',
	calls: ['GET /messages/scheduled_broadcasts'],
	fields: { endTime: field.moment({ displayName: 'End Time', description: 'Braze takes midnight of that day in UTC' }) },
	retry: 'safe',
	request: ({ endTime }) => ({ method: 'GET', path: '/messages/scheduled_broadcasts', query: { end_time: endTime } }),
	outcome: (answer) => rowsIn(answer, 'scheduled_broadcasts'),
});
