import { field, type Problem } from '../../shared/operation';

/** The switch without which nothing is sent to people whom the items do not name. */
export const broadcastField = (whom: string) =>
	field.toggle({ displayName: 'Broadcast', description: `Whether to really reach ${whom}. While it is off, nothing is sent.`, initial: false });

/** `whom` as in "every user in the segment". */
export const checkBroadcast = (broadcast: boolean, whom: string): Problem | undefined =>
	broadcast ? undefined : { displayName: 'Broadcast', message: `is off. Switched on, this reaches ${whom}` };
