import type { MessengerDrives } from '../messenger';
import { persona, profile, subscription } from './page';
import { attachment, conversation, userProfile } from './people';
import { templates } from './templates';
import { texts } from './texts';

/** Every operation of the Facebook Messenger node, by resource. */
export const drives: Record<string, MessengerDrives> = { attachment, conversation, message: { ...texts, ...templates }, persona, profile, subscription, userProfile };
