/** Permissions of messages, sends, campaigns, Canvas, segments and figures, in Braze's own names (Settings > API Keys). */
export const MESSAGING_PERMISSIONS = [
	'messages.send', 'messages.schedule.create', 'messages.schedule.update', 'messages.schedule.delete', 'messages.schedule_broadcasts',
	'sends.id.create', 'sends.data_series',
	'campaigns.trigger.schedule.create', 'campaigns.trigger.schedule.update', 'campaigns.trigger.schedule.delete',
	'campaigns.data_series', 'campaigns.url_info.details', 'campaigns.duplicate',
	'canvas.trigger.send', 'canvas.trigger.schedule.create', 'canvas.trigger.schedule.update', 'canvas.trigger.schedule.delete',
	'canvas.list', 'canvas.details', 'canvas.data_series', 'canvas.data_summary', 'canvas.url_info.details', 'canvas.duplicate',
	'segments.list', 'segments.details', 'segments.data_series',
	'events.list', 'events.get', 'events.data_series', 'custom_attributes.get',
	'purchases.product_list', 'purchases.revenue_series', 'purchases.quantity_series',
	'kpi.new_users.data_series', 'kpi.dau.data_series', 'kpi.mau.data_series', 'kpi.uninstalls.data_series', 'sessions.data_series',
	'feed.list', 'feed.details', 'feed.data_series',
] as const;
