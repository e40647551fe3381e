import type { ZendeskDrives } from '../zendesk';
import { attachment, conversation, integration, job } from './conversations';
import { organization, user, userField } from './people';
import { trigger, triggerCategory, webhook } from './rules';
import { ticket } from './tickets';

/** Every operation of the Zendesk Support node, by resource. */
export const drives: Record<string, ZendeskDrives> = { attachment, conversation, integration, job, organization, ticket, trigger, triggerCategory, user, userField, webhook };
