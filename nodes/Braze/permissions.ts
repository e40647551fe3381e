/** The permission of the REST API key that each endpoint needs, in Braze's own words (Settings > API Keys). */
const PERMISSIONS: Readonly<Record<string, string>> = {
	// Users
	'POST /users/track': 'users.track',
	'POST /users/track/bulk': 'users.track.bulk',
	'POST /users/track/sync': 'users.track.sync',
	'POST /users/export/ids': 'users.export.ids',
	'POST /users/export/segment': 'users.export.segment',
	'POST /users/export/global_control_group': 'users.export.global_control_group',
	'POST /users/identify': 'users.identify',
	'POST /users/alias/new': 'users.alias.new',
	'POST /users/alias/update': 'users.alias.update',
	'POST /users/delete': 'users.delete',
	'POST /users/merge': 'users.merge',
	'POST /users/external_ids/rename': 'users.external_ids.rename',
	'POST /users/external_ids/remove': 'users.external_ids.remove',
	// Messages and sends
	'POST /messages/send': 'messages.send',
	'POST /messages/schedule/create': 'messages.schedule.create',
	'POST /messages/schedule/update': 'messages.schedule.update',
	'POST /messages/schedule/delete': 'messages.schedule.delete',
	'GET /messages/scheduled_broadcasts': 'messages.schedule_broadcasts',
	'POST /sends/id/create': 'sends.id.create',
	'GET /sends/data_series': 'sends.data_series',
	'POST /messages/live_activity/start': 'messages.live_activity.start',
	'POST /messages/live_activity/update': 'messages.live_activity.update',
	'POST /transactional/v1/campaigns/{campaign_id}/send': 'transactional.send',
	// Campaigns
	'POST /campaigns/trigger/send': 'campaigns.trigger.send',
	'POST /campaigns/trigger/schedule/create': 'campaigns.trigger.schedule.create',
	'POST /campaigns/trigger/schedule/update': 'campaigns.trigger.schedule.update',
	'POST /campaigns/trigger/schedule/delete': 'campaigns.trigger.schedule.delete',
	'POST /campaigns/duplicate': 'campaigns.duplicate',
	'GET /campaigns/list': 'campaigns.list',
	'GET /campaigns/details': 'campaigns.details',
	'GET /campaigns/data_series': 'campaigns.data_series',
	'GET /campaigns/url_info/details': 'campaigns.url_info.details',
	// Canvases
	'POST /canvas/trigger/send': 'canvas.trigger.send',
	'POST /canvas/trigger/schedule/create': 'canvas.trigger.schedule.create',
	'POST /canvas/trigger/schedule/update': 'canvas.trigger.schedule.update',
	'POST /canvas/trigger/schedule/delete': 'canvas.trigger.schedule.delete',
	'POST /canvas/duplicate': 'canvas.duplicate',
	'GET /canvas/list': 'canvas.list',
	'GET /canvas/details': 'canvas.details',
	'GET /canvas/data_series': 'canvas.data_series',
	'GET /canvas/data_summary': 'canvas.data_summary',
	'GET /canvas/url_info/details': 'canvas.url_info.details',
	// Segments
	'GET /segments/list': 'segments.list',
	'GET /segments/details': 'segments.details',
	'GET /segments/data_series': 'segments.data_series',
	// Events, custom attributes, purchases
	'GET /events/list': 'events.list',
	'GET /events': 'events.get',
	'GET /events/data_series': 'events.data_series',
	'GET /custom_attributes': 'custom_attributes.get',
	'GET /purchases/product_list': 'purchases.product_list',
	'GET /purchases/quantity_series': 'purchases.quantity_series',
	'GET /purchases/revenue_series': 'purchases.revenue_series',
	// KPIs and sessions
	'GET /kpi/new_users/data_series': 'kpi.new_users.data_series',
	'GET /kpi/dau/data_series': 'kpi.dau.data_series',
	'GET /kpi/mau/data_series': 'kpi.mau.data_series',
	'GET /kpi/uninstalls/data_series': 'kpi.uninstalls.data_series',
	'GET /sessions/data_series': 'sessions.data_series',
	// News Feed
	'GET /feed/list': 'feed.list',
	'GET /feed/details': 'feed.details',
	'GET /feed/data_series': 'feed.data_series',
	// Subscriptions
	'GET /subscription/status/get': 'subscription.status.get',
	'GET /subscription/user/status': 'subscription.groups.get',
	'POST /subscription/status/set': 'subscription.status.set',
	'POST /v2/subscription/status/set': 'subscription.status.set',
	// Email and SMS lists
	'GET /email/hard_bounces': 'email.hard_bounces',
	'GET /email/unsubscribes': 'email.unsubscribe',
	'POST /email/status': 'email.status',
	'POST /email/bounce/remove': 'email.bounce.remove',
	'POST /email/spam/remove': 'email.spam.remove',
	'POST /email/blocklist': 'email.blacklist',
	'GET /sms/invalid_phone_numbers': 'sms.invalid_phone_numbers',
	'POST /sms/invalid_phone_numbers/remove': 'sms.invalid_phone_numbers.remove',
	// Content
	'GET /content_blocks/list': 'content_blocks.list',
	'GET /content_blocks/info': 'content_blocks.info',
	'POST /content_blocks/create': 'content_blocks.create',
	'POST /content_blocks/update': 'content_blocks.update',
	'GET /templates/email/list': 'templates.email.list',
	'GET /templates/email/info': 'templates.email.info',
	'POST /templates/email/create': 'templates.email.create',
	'POST /templates/email/update': 'templates.email.update',
	// Catalogs
	'GET /catalogs': 'catalogs.get',
	'POST /catalogs': 'catalogs.create',
	'DELETE /catalogs/{catalog_name}': 'catalogs.delete',
	'POST /catalogs/{catalog_name}/fields': 'catalogs.create_fields',
	'DELETE /catalogs/{catalog_name}/fields/{field_name}': 'catalogs.delete_fields',
	'POST /catalogs/{catalog_name}/selections': 'catalogs.create_selection',
	'DELETE /catalogs/{catalog_name}/selections/{selection_name}': 'catalogs.delete_selection',
	'GET /catalogs/{catalog_name}/items': 'catalogs.get_items',
	'POST /catalogs/{catalog_name}/items': 'catalogs.add_items',
	'PATCH /catalogs/{catalog_name}/items': 'catalogs.update_items',
	'PUT /catalogs/{catalog_name}/items': 'catalogs.replace_items',
	'DELETE /catalogs/{catalog_name}/items': 'catalogs.delete_items',
	'GET /catalogs/{catalog_name}/items/{item_id}': 'catalogs.get_item',
	'POST /catalogs/{catalog_name}/items/{item_id}': 'catalogs.create_item',
	'PATCH /catalogs/{catalog_name}/items/{item_id}': 'catalogs.update_item',
	'PUT /catalogs/{catalog_name}/items/{item_id}': 'catalogs.replace_item',
	'DELETE /catalogs/{catalog_name}/items/{item_id}': 'catalogs.delete_item',
	// Preference centers
	'GET /preference_center/v1/list': 'preference_center.list',
	'GET /preference_center/v1/{preference_center_external_id}': 'preference_center.get',
	'GET /preference_center/v1/{preference_center_external_id}/url/{user_id}': 'preference_center.user.get',
	'POST /preference_center/v1': 'preference_center.update',
	'PUT /preference_center/v1/{preference_center_external_id}': 'preference_center.update',
	// Cloud Data Ingestion
	'GET /cdi/integrations': 'cdi.integration_list',
	'POST /cdi/integrations/{integration_id}/sync': 'cdi.integration_sync',
	'GET /cdi/integrations/{integration_id}/job_sync_status': 'cdi.integration_job_status',
	// SDK authentication
	'POST /app_group/sdk_authentication/create': 'sdk_authentication.create',
	'PUT /app_group/sdk_authentication/primary': 'sdk_authentication.primary',
	'DELETE /app_group/sdk_authentication/delete': 'sdk_authentication.delete',
	'GET /app_group/sdk_authentication/keys': 'sdk_authentication.keys',
};

const NAME = /\{[^}]+\}/g;

/** Endpoints with a `{name}` in their path, such as `GET /catalogs/{catalog_name}/items`. */
const PATTERNS = Object.entries(PERMISSIONS)
	.filter(([endpoint]) => endpoint.includes('{'))
	.map(([endpoint, permission]) => ({ pattern: new RegExp(`^${endpoint.replace(NAME, '[^/]+')}$`), permission }));

/** The permission for a call, by its method and the path as it goes out. A path written in full goes before one with names. */
export function permissionFor(method: string, path: string): string | undefined {
	const called = `${method} ${path.replace(/\/+$/, '')}`;
	return PERMISSIONS[called] ?? PATTERNS.find(({ pattern }) => pattern.test(called))?.permission;
}
