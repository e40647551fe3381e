import type { Resources } from '../../shared/operation';
import { campaign } from './campaign';
import { canvas } from './canvas';
import { customAttribute } from './customAttribute';
import { event } from './event';
import { kpi } from './kpi';
import { message } from './message';
import { newsFeed } from './newsFeed';
import { purchase } from './purchase';
import { segment } from './segment';
import { send } from './send';
import { session } from './session';
import { user } from './user';

/** A noun of Braze's a folder. The form lists them in the order of the alphabet. */
export const resources: Resources = { campaign, canvas, customAttribute, event, kpi, message, newsFeed, purchase, segment, send, session, user };
