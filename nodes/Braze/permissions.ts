/** The permission of the REST API key that each endpoint needs, in Braze's own words (Settings > API Keys). */
const PERMISSIONS: Readonly<Record<string, string>> = {
	// Users
	'POST /users/track': 'users.track',
	'POST /users/track/bulk': 'users.track.bulk',
	'POST /users/track/sync': 'users.track.sync',
	'POST /users/export/ids': 'users.export.ids',
	// Messages and sends
	'POST /messages/send': 'messages.send',
	'POST /messages/schedule/create': 'messages.schedule.create',
	'POST /messages/schedule/update': 'messages.schedule.update',
	'POST /messages/schedule/delete': 'messages.schedule.delete',
	'GET /messages/scheduled_broadcasts': 'messages.schedule_broadcasts',
	'POST /sends/id/create': 'sends.id.create',
	'GET /sends/data_series': 'sends.data_series',
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
	// Content
	'GET /content_blocks/list': 'content_blocks.list',
	'GET /content_blocks/info': 'content_blocks.info',
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
