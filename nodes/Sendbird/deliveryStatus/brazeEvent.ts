import { firstOf, idsOf, MESSAGE_IDS, objectAt, TARGET_IDS, type Told } from './told';

const IDS = { externalId: 'external_id', brazeId: 'braze_id', email: 'email', phone: 'phone' };

const ALIAS = { aliasName: 'alias_name', aliasLabel: 'alias_label' };

/** A custom event as Braze's /users/track takes them; documented are its name and the property `status`. */
export function readBrazeEvent(record: Record<string, unknown>): Told {
	const properties = objectAt(record, 'properties');
	return {
		status: firstOf(properties, ['status']).toUpperCase(),
		eventName: firstOf(record, ['name']),
		targetId: firstOf(properties, TARGET_IDS),
		customer: { ...idsOf(record, IDS), ...idsOf(objectAt(record, 'user_alias'), ALIAS) },
		time: record.time,
		messageId: firstOf(properties, MESSAGE_IDS),
	};
}
