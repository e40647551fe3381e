import type { Resources } from '../../shared/operation';
import { attachment } from './attachment';
import { conversation } from './conversation';
import { message } from './message';
import { persona } from './persona';
import { profile } from './profile';
import { subscription } from './subscription';
import { userProfile } from './userProfile';

export const resources: Resources = { attachment, conversation, message, persona, profile, subscription, userProfile };
