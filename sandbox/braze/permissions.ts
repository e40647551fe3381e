import { DATA_PERMISSIONS } from './dataPermissions';
import { MESSAGING_PERMISSIONS } from './messages/messagingPermissions';

/** Permissions of the endpoints here, in Braze's own names. */
export const PERMISSIONS = [
	'users.track', 'users.export.ids', 'campaigns.trigger.send', 'campaigns.list', 'campaigns.details',
	'subscription.status.get', 'subscription.groups.get', 'subscription.status.set', 'content_blocks.list', 'content_blocks.info',
	...DATA_PERMISSIONS,
	...MESSAGING_PERMISSIONS,
] as const;
export type Permission = (typeof PERMISSIONS)[number];
