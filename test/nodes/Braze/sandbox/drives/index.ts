import type { BrazeDrives } from '../braze';
import { campaign, send } from './campaigns';
import { canvas } from './canvases';
import { catalog, catalogField, catalogItem, catalogSelection } from './catalogs';
import { contentBlock, emailTemplate, preferenceCenter } from './content';
import { customAttribute, event, kpi, newsFeed, purchase, segment, session } from './figures';
import { emailList, sms } from './lists';
import { dataIngestion, scimUser, sdkAuthentication } from './longTail';
import { liveActivity, message, transactionalEmail } from './messages';
import { subscriptionGroup, user } from './users';

/** Every operation of the Braze node, by resource. */
export const drives: Record<string, BrazeDrives> = {
	campaign,
	canvas,
	catalog,
	catalogField,
	catalogItem,
	catalogSelection,
	contentBlock,
	customAttribute,
	dataIngestion,
	emailList,
	emailTemplate,
	event,
	kpi,
	liveActivity,
	message,
	newsFeed,
	preferenceCenter,
	purchase,
	scimUser,
	sdkAuthentication,
	segment,
	send,
	session,
	sms,
	subscriptionGroup,
	transactionalEmail,
	user,
};
