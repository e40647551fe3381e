import { SECRET_HEADER } from './trust';

/** What a marketer pastes under Settings > Channels > Webhooks. */
export const HEADERS_TO_PASTE = `${SECRET_HEADER}: YOUR_WEBHOOK_SECRET`;

/** Of the campaign: an id that the event carries, so that a repeat is known as one. */
export const KEY_VALUES_TO_PASTE = 'message_id: {{Event.message_id}}';
