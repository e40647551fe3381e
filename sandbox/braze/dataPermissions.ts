/** Permissions of the data endpoints, in Braze's own names (Settings > API Keys). */
export const DATA_PERMISSIONS = [
	'users.track.sync', 'users.track.bulk', 'users.identify', 'users.alias.new', 'users.alias.update', 'users.delete', 'users.merge',
	'users.external_ids.rename', 'users.external_ids.remove', 'users.export.segment', 'users.export.global_control_group',
	'email.hard_bounces', 'email.unsubscribe', 'email.status', 'email.bounce.remove', 'email.spam.remove', 'email.blacklist',
	'sms.invalid_phone_numbers', 'sms.invalid_phone_numbers.remove',
	'templates.email.list', 'templates.email.info', 'templates.email.create', 'templates.email.update',
	'content_blocks.create', 'content_blocks.update',
	'catalogs.get', 'catalogs.create', 'catalogs.delete',
	'catalogs.get_items', 'catalogs.add_items', 'catalogs.update_items', 'catalogs.replace_items', 'catalogs.delete_items',
	'catalogs.get_item', 'catalogs.create_item', 'catalogs.update_item', 'catalogs.replace_item', 'catalogs.delete_item',
	'catalogs.create_fields', 'catalogs.delete_fields', 'catalogs.create_selection', 'catalogs.delete_selection',
	'preference_center.list', 'preference_center.get', 'preference_center.update', 'preference_center.user.get',
	'cdi.integration_list', 'cdi.integration_sync', 'cdi.integration_job_status',
	'messages.live_activity.start', 'messages.live_activity.update', 'transactional.send',
	'sdk_authentication.create', 'sdk_authentication.primary', 'sdk_authentication.delete', 'sdk_authentication.keys',
] as const;
