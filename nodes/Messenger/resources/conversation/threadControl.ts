import { field } from '../../../shared/operation';
import { optionalAtMost, psidField } from '../../fields';

/** Conversation Routing; the calls are those of the older Handover Protocol. */
export const threadFields = {
	psid: psidField,
	metadata: optionalAtMost(1000, field.optionalText({ displayName: 'Metadata', description: 'The other app gets it with its event' })),
};

export const ROUTING_DOCS = 'https://developers.facebook.com/docs/messenger-platform/conversation-routing/';
