import type { IDataObject } from 'n8n-workflow';
import { path } from '../../shared/transport/call';
import type { Door } from '../../shared/transport/door';
import { FailureError } from '../../shared/transport/failure';
import type { User } from '../shapes';

/**
 * The guide's requesters have no external ID, and user fields are no key: without this the customer's next text would make a second user, and stand
 * on the ticket under that one's name. What could not be done comes back as a warning, and the ticket is adopted all the same.
 */
export async function nameRequester(door: Door, { user, customer }: { user: User; customer: string }): Promise<IDataObject> {
	// Zendesk compares external ids without regard to case.
	if (user.external_id?.toLowerCase() === customer.toLowerCase()) return {};
	if (user.external_id) return { warning: `Its requester (user ${user.id}) has the external ID "${user.external_id}", so new texts stand under another user's name. Clear it if it is nobody's, and run this again.` };
	const result = await door.attempt({ method: 'PUT', path: path`/api/v2/users/${user.id}`, body: { user: { external_id: customer } } }, 'safe');
	if (result.ok) return {};
	if (result.failure.status !== 422 && result.failure.status !== 409) throw new FailureError(result.failure);
	return { warning: `Another Zendesk user has the external ID "${customer}". Merge the requester (user ${user.id}) into that one in Zendesk; until then new texts stand under the other's name.` };
}
