import type { SendbirdDrives } from '../sendbird';
import { announcement, webhookSetting } from './application';
import { groupChannel } from './channels';
import { message } from './messages';
import { notification, relay, template } from './notifications';
import { user } from './users';

/** Every operation of the Sendbird node, by resource. */
export const drives: Record<string, SendbirdDrives> = { announcement, groupChannel, message, notification, relay, template, user, webhookSetting };
