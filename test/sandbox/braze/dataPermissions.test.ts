import { DATA_PERMISSIONS } from '../../../sandbox/braze/dataPermissions';
import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

/** Braze's own pages name these. */
const ROUTES: Array<[permission: string, method: string, path: string]> = [
	['users.track.sync', 'POST', '/users/track/sync'],
	['users.track.bulk', 'POST', '/users/track/bulk'],
	['users.identify', 'POST', '/users/identify'],
	['users.alias.new', 'POST', '/users/alias/new'],
	['users.alias.update', 'POST', '/users/alias/update'],
	['users.delete', 'POST', '/users/delete'],
	['users.merge', 'POST', '/users/merge'],
	['users.external_ids.rename', 'POST', '/users/external_ids/rename'],
	['users.external_ids.remove', 'POST', '/users/external_ids/remove'],
	['users.export.segment', 'POST', '/users/export/segment'],
	['users.export.global_control_group', 'POST', '/users/export/global_control_group'],
	['email.hard_bounces', 'GET', '/email/hard_bounces'],
	['email.unsubscribe', 'GET', '/email/unsubscribes'],
	['email.status', 'POST', '/email/status'],
	['email.bounce.remove', 'POST', '/email/bounce/remove'],
	['email.spam.remove', 'POST', '/email/spam/remove'],
	['email.blacklist', 'POST', '/email/blocklist'],
	['email.blacklist', 'POST', '/email/blacklist'],
	['sms.invalid_phone_numbers', 'GET', '/sms/invalid_phone_numbers'],
	['sms.invalid_phone_numbers.remove', 'POST', '/sms/invalid_phone_numbers/remove'],
	['templates.email.list', 'GET', '/templates/email/list'],
	['templates.email.info', 'GET', '/templates/email/info'],
	['templates.email.create', 'POST', '/templates/email/create'],
	['templates.email.update', 'POST', '/templates/email/update'],
	['content_blocks.create', 'POST', '/content_blocks/create'],
	['content_blocks.update', 'POST', '/content_blocks/update'],
	['catalogs.get', 'GET', '/catalogs'],
	['catalogs.create', 'POST', '/catalogs'],
	['catalogs.delete', 'DELETE', '/catalogs/c'],
	['catalogs.get_items', 'GET', '/catalogs/c/items'],
	['catalogs.add_items', 'POST', '/catalogs/c/items'],
	['catalogs.update_items', 'PATCH', '/catalogs/c/items'],
	['catalogs.replace_items', 'PUT', '/catalogs/c/items'],
	['catalogs.delete_items', 'DELETE', '/catalogs/c/items'],
	['catalogs.get_item', 'GET', '/catalogs/c/items/i'],
	['catalogs.create_item', 'POST', '/catalogs/c/items/i'],
	['catalogs.update_item', 'PATCH', '/catalogs/c/items/i'],
	['catalogs.replace_item', 'PUT', '/catalogs/c/items/i'],
	['catalogs.delete_item', 'DELETE', '/catalogs/c/items/i'],
	['catalogs.create_fields', 'POST', '/catalogs/c/fields'],
	['catalogs.delete_fields', 'DELETE', '/catalogs/c/fields/f'],
	['catalogs.create_selection', 'POST', '/catalogs/c/selections'],
	['catalogs.delete_selection', 'DELETE', '/catalogs/c/selections/s'],
	['preference_center.list', 'GET', '/preference_center/v1/list'],
	['preference_center.get', 'GET', '/preference_center/v1/p'],
	['preference_center.update', 'POST', '/preference_center/v1'],
	['preference_center.update', 'PUT', '/preference_center/v1/p'],
	['preference_center.user.get', 'GET', '/preference_center/v1/p/url/u'],
	['cdi.integration_list', 'GET', '/cdi/integrations'],
	['cdi.integration_sync', 'POST', '/cdi/integrations/i/sync'],
	['cdi.integration_job_status', 'GET', '/cdi/integrations/i/job_sync_status'],
	['messages.live_activity.start', 'POST', '/messages/live_activity/start'],
	['messages.live_activity.update', 'POST', '/messages/live_activity/update'],
	['transactional.send', 'POST', '/transactional/v1/campaigns/c/send'],
	['sdk_authentication.create', 'POST', '/app_group/sdk_authentication/create'],
	['sdk_authentication.primary', 'PUT', '/app_group/sdk_authentication/primary'],
	['sdk_authentication.delete', 'DELETE', '/app_group/sdk_authentication/delete'],
	['sdk_authentication.keys', 'GET', '/app_group/sdk_authentication/keys'],
];

const body = (method: string) => (method === 'GET' ? undefined : {});
const keyWith = async (permissions: readonly string[]) => ({ Authorization: `Bearer ${String((await braze.control('POST', '/braze/keys', { permissions })).body.key)}` });

it('covers every permission of the data endpoints', () => {
	expect([...new Set(ROUTES.map(([permission]) => permission))].sort()).toEqual([...DATA_PERMISSIONS].sort());
});

it.each(ROUTES)('%s alone opens %s %s, and all others do not', async (permission, method, path) => {
	const withIt = await braze.call(method, path, body(method), await keyWith([permission]));
	expect([200, 201, 202, 400, 404]).toContain(withIt.status);
	const without = await braze.call(method, path, body(method), await keyWith(DATA_PERMISSIONS.filter((other) => other !== permission)));
	expect(without).toMatchObject({ status: 403, body: { message: 'Access Denied' } });
});

it.each(ROUTES.filter(([, method]) => method === 'POST'))('%s: %s %s takes no other content type', async (_, method, path) => {
	expect((await braze.call(method, path, {}, { 'Content-Type': 'text/plain' })).status).toBe(415);
});
