/** The permission of the REST API key that each endpoint needs, in Braze's own words (Settings > API Keys). */
const PERMISSIONS: Readonly<Record<string, string>> = {
	'POST /users/track': 'users.track',
	'POST /users/export/ids': 'users.export.ids',
	'POST /campaigns/trigger/send': 'campaigns.trigger.send',
	'GET /campaigns/list': 'campaigns.list',
	'GET /campaigns/details': 'campaigns.details',
	'GET /subscription/status/get': 'subscription.status.get',
	'GET /subscription/user/status': 'subscription.groups.get',
	'GET /content_blocks/list': 'content_blocks.list',
	'GET /content_blocks/info': 'content_blocks.info',
};

export const permissionFor = (method: string, path: string): string | undefined => PERMISSIONS[`${method} ${path}`];
