import type { Segment } from './segment';

/** Who can be reached in Messenger: the filter that Braze's own guide to Messenger asks for. */
export const messengerSubscribers = (now: number): Segment => ({
	id: 'segment-messenger',
	name: 'Messenger subscribers',
	textDescription: 'Everybody who wrote to the Page and did not block it',
	filterDescription: 'Custom Attribute messenger_id is not blank',
	filter: { custom_attribute: { custom_attribute_name: 'messenger_id', comparison: 'exists' } },
	tags: ['messenger'],
	teams: [],
	analyticsTracking: true,
	archived: false,
	createdAt: now,
	updatedAt: now,
	history: [],
});
