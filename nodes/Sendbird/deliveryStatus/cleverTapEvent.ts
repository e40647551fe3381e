import { firstOf, idsOf, MESSAGE_IDS, objectAt, TARGET_IDS, type Told } from './told';

const IDS = { identity: 'identity', objectId: 'objectId', fbId: 'FBID', gpId: 'GPID' };

/** An event as CleverTap's upload takes them; documented are `evtName`, `evtData.status` and `evtData.target_id`. */
export function readCleverTapEvent(record: Record<string, unknown>): Told {
	const data = objectAt(record, 'evtData');
	return {
		status: firstOf(data, ['status']).toUpperCase(),
		eventName: firstOf(record, ['evtName']),
		targetId: firstOf(data, TARGET_IDS),
		customer: idsOf(record, IDS),
		time: record.ts,
		messageId: firstOf(data, MESSAGE_IDS),
	};
}
