import type { Call } from '../../../shared/transport/call';

/** With a Page token `me` is the Page; Meta's reference names this edge so. Meta takes about 10 writes in 10 minutes. */
export const PROFILE_PATH = '/me/messenger_profile';

export const setProfile = (properties: object): Call => ({ method: 'POST', path: PROFILE_PATH, body: properties });

/** The properties of a Messenger Profile that these operations set, read and delete. */
export const PROPERTIES = ['account_linking_url', 'commands', 'get_started', 'greeting', 'ice_breakers', 'persistent_menu', 'whitelisted_domains'] as const;
