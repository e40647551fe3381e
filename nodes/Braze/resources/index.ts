import type { Resources } from '../../shared/operation';
import { campaign } from './campaign';
import { canvas } from './canvas';
import { catalog } from './catalog';
import { catalogField } from './catalogField';
import { catalogItem } from './catalogItem';
import { catalogSelection } from './catalogSelection';
import { contentBlock } from './contentBlock';
import { customAttribute } from './customAttribute';
import { dataIngestion } from './dataIngestion';
import { emailList } from './emailList';
import { emailTemplate } from './emailTemplate';
import { event } from './event';
import { kpi } from './kpi';
import { liveActivity } from './liveActivity';
import { message } from './message';
import { newsFeed } from './newsFeed';
import { preferenceCenter } from './preferenceCenter';
import { purchase } from './purchase';
import { scimUser } from './scimUser';
import { sdkAuthentication } from './sdkAuthentication';
import { segment } from './segment';
import { send } from './send';
import { session } from './session';
import { sms } from './sms';
import { subscriptionGroup } from './subscriptionGroup';
import { transactionalEmail } from './transactionalEmail';
import { user } from './user';

/** A noun of Braze's a folder. The form lists them in the order of the alphabet. */
export const resources: Resources = {
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
