import type { Resource } from '../../../shared/operation';
import { deleteSchedule } from './deleteSchedule.operation';
import { getScheduledBroadcasts } from './getScheduledBroadcasts.operation';
import { schedule } from './schedule.operation';
import { scheduleBroadcast } from './scheduleBroadcast.operation';
import { send } from './send.operation';
import { sendBroadcast } from './sendBroadcast.operation';
import { updateSchedule } from './updateSchedule.operation';

export const message: Resource = {
	name: 'Message',
	operations: { send, sendBroadcast, schedule, scheduleBroadcast, updateSchedule, deleteSchedule, getScheduledBroadcasts },
};
