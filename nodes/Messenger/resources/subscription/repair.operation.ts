import { storyOperation } from '../../../shared/operation';
import { lacking, union, writeAppLayer, writePageLayer } from '../../subscription/layers';
import { leadsHere, readState, tell } from './subscriptionState';
import { checkWanted, wantedFields } from './wantedFields';

/** Subscribes anew what was lost. The app's callback is kept, and one that leads elsewhere is never taken. */
export const repair = storyOperation({
	name: 'Repair',
	action: 'Repair the subscription',
	description: 'Subscribe the Page, and the fields of the app, again where they are missing; for a schedule',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/webhooks/',
	calls: ['GET /{app}/subscriptions', 'GET /{page}/subscribed_apps', 'POST /{app}/subscriptions', 'POST /{page}/subscribed_apps'],
	fields: wantedFields,
	check: checkWanted,
	retry: 'safe',
	async story(wanted, door) {
		const before = await readState(door);
		const { app, page } = before;
		const { webhookFields, callbackUrl } = wanted;
		const callback = app?.callback ?? callbackUrl;
		const repaired: string[] = [];
		const appIsBroken = app === undefined || !app.active || lacking(webhookFields, app.fields).length > 0;
		if (appIsBroken && callback !== undefined && (app === undefined || leadsHere(before, wanted))) {
			await writeAppLayer(door, callback, union(app?.fields ?? [], webhookFields));
			repaired.push('app');
		}
		if (page === undefined || lacking(webhookFields, page).length > 0) {
			await writePageLayer(door, union(page ?? [], webhookFields));
			repaired.push('page');
		}
		return { ...tell(repaired.length === 0 ? before : await readState(door), wanted), repaired };
	},
});
