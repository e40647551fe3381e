import type { Resource } from '../../../shared/operation';
import { deleteSchedule } from './deleteSchedule.operation';
import { duplicate } from './duplicate.operation';
import { get } from './get.operation';
import { getDataSeries } from './getDataSeries.operation';
import { getLinkAliases } from './getLinkAliases.operation';
import { getMany } from './getMany.operation';
import { scheduleTriggered } from './scheduleTriggered.operation';
import { scheduleTriggeredBroadcast } from './scheduleTriggeredBroadcast.operation';
import { sendOnce } from './sendOnce.operation';
import { triggerBroadcast } from './triggerBroadcast.operation';
import { triggerSend } from './triggerSend.operation';
import { updateSchedule } from './updateSchedule.operation';

export const campaign: Resource = {
	name: 'Campaign',
	operations: {
		sendOnce,
		triggerSend,
		triggerBroadcast,
		scheduleTriggered,
		scheduleTriggeredBroadcast,
		updateSchedule,
		deleteSchedule,
		getMany,
		get,
		getDataSeries,
		getLinkAliases,
		duplicate,
	},
};
