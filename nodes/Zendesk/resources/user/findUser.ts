import { z } from '../../../shared/schema';
import { objectBody, path, type Call } from '../../../shared/transport/call';
import type { Door } from '../../../shared/transport/door';
import { userShape, type User } from '../../shapes';

const users = userShape.array();

async function search(door: Door, query: Record<string, string>): Promise<User[]> {
	const call: Call = { method: 'GET', path: '/api/v2/users/search', query };
	return users.parse(objectBody(await door.send(call, 'safe')).users ?? []);
}

/** Exact and direct. Zendesk compares without regard to case, so the case is checked here: two Braze ids may differ in nothing else. */
export async function findByExternalId(door: Door, externalId: string): Promise<User | undefined> {
	const found = await search(door, { external_id: externalId });
	return found.find((user) => user.external_id === externalId) ?? found.find((user) => user.external_id?.toLowerCase() === externalId.toLowerCase());
}

/** Search finds parts of words too, and lags; only an exact address counts. */
export async function findByEmail(door: Door, email: string): Promise<User | undefined> {
	const found = await search(door, { query: `email:"${email}"` });
	return found.find((user) => user.email?.toLowerCase() === email.toLowerCase());
}

const identities = z.array(z.object({ type: z.string(), value: z.string().nullish() }).passthrough());

/** A phone counts only as an identity of the user's own: a shared number names nobody. */
export async function findByPhone(door: Door, phone: string): Promise<User | undefined> {
	const found = await search(door, { query: `phone:"${phone}"` });
	for (const user of found) {
		const answer = await door.send({ method: 'GET', path: path`/api/v2/users/${user.id}/identities` }, 'safe');
		const own = identities.parse(objectBody(answer).identities ?? []);
		if (own.some(({ type, value }) => type === 'phone_number' && value === phone)) return user;
	}
	return undefined;
}
