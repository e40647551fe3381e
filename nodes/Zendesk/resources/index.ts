import type { Resources } from '../../shared/operation';
import { attachment } from './attachment';
import { conversation } from './conversation';
import { integration } from './integration';
import { job } from './job';
import { organization } from './organization';
import { ticket } from './ticket';
import { trigger } from './trigger';
import { triggerCategory } from './triggerCategory';
import { user } from './user';
import { userField } from './userField';
import { webhook } from './webhook';

export const resources: Resources = { attachment, conversation, integration, job, organization, ticket, trigger, triggerCategory, user, userField, webhook };
