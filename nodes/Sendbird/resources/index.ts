import type { Resources } from '../../shared/operation';
import { announcement } from './announcement';
import { groupChannel } from './groupChannel';
import { message } from './message';
import { notification } from './notification';
import { relay } from './relay';
import { template } from './template';
import { user } from './user';
import { webhookSetting } from './webhookSetting';

export const resources: Resources = { announcement, groupChannel, message, notification, relay, template, user, webhookSetting };

const namesWhere = (isOnOtherHost: boolean): string[] => Object.entries(resources).flatMap(([name, { vendor }]) => ((vendor !== undefined) === isOnOtherHost ? [name] : []));

/** What lives behind the node's own vendor, the Chat host. */
export const CHAT_RESOURCES = namesWhere(false);

/** What lives behind the notifications host. */
export const NOTIFICATIONS_RESOURCES = namesWhere(true);
