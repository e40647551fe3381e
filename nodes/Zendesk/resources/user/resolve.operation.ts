import type { IDataObject } from 'n8n-workflow';
import { field, storyOperation, type InputOf } from '../../../shared/operation';
import { objectBody, path } from '../../../shared/transport/call';
import type { Door } from '../../../shared/transport/door';
import { FailureError } from '../../../shared/transport/failure';
import { userShape, type User } from '../../shapes';
import { findByEmail, findByExternalId, findByPhone } from './findUser';

const fields = {
	externalId: field.requiredId({ displayName: 'External ID', description: 'Your own id of the customer; it becomes the Zendesk user\'s external ID', placeholder: 'cust-42' }),
	name: field.optionalText({ displayName: 'Name', description: 'For a user that is created; without it the phone, e-mail or external ID stands in' }),
	email: field.optionalEmail({ displayName: 'Email', placeholder: 'name@email.com' }),
	phone: field.optionalPhone({ displayName: 'Phone', description: 'In E.164, with plus sign and country code', placeholder: '+15551234567' }),
	brazeExternalId: field.optionalId({ displayName: 'Braze External ID', description: 'Kept in the user field braze_external_id, for Zendesk triggers and macros' }),
};

type Input = InputOf<typeof fields>;
type Change = Record<string, unknown>;

/** Known by another external id, or a colleague: somebody else, whatever e-mail or phone says. */
const isFree = (user: User): boolean => !user.external_id && (user.role ?? 'end-user') === 'end-user';

const ownFields = ({ brazeExternalId }: Input): { user_fields?: Change } =>
	brazeExternalId === undefined ? {} : { user_fields: { braze_external_id: brazeExternalId } };

/** Only what is missing or is ours to say: names, e-mails and phones that people keep in Zendesk are not written over. */
function changesFor(user: User, input: Input, taken: { email: boolean; phone: boolean }): Change {
	const change: Change = {};
	if (!user.external_id) change.external_id = input.externalId;
	if (!user.email && input.email !== undefined && !taken.email) change.email = input.email;
	if (!user.phone && input.phone !== undefined) Object.assign(change, phoneOf(input, taken));
	if (input.brazeExternalId !== undefined && user.user_fields?.braze_external_id !== input.brazeExternalId) Object.assign(change, ownFields(input));
	return change;
}

/** A number that is another user's own becomes a shared one, which is no identity. */
const phoneOf = ({ phone }: Input, taken: { phone: boolean }): Change => (phone === undefined ? {} : { phone, ...(taken.phone ? { shared_phone_number: true } : {}) });

/** Zendesk drops values of user fields that do not exist, without a word; the user that it answers with shows it. */
const lacksOwnField = (user: User, { brazeExternalId }: Input): boolean =>
	brazeExternalId !== undefined && user.user_fields !== undefined && user.user_fields !== null && !('braze_external_id' in user.user_fields);

const told = (user: User, action: string, matchedBy: string, input: Input): IDataObject => ({
	userId: String(user.id),
	action,
	matchedBy,
	externalId: user.external_id ?? null,
	name: user.name ?? null,
	...(lacksOwnField(user, input) ? { warning: 'This Zendesk has no user field "braze_external_id", so its value was dropped: Integration: Set Up makes the field.' } : {}),
});

async function write(door: Door, id: number, change: Change): Promise<User> {
	const answer = await door.send({ method: 'PUT', path: path`/api/v2/users/${id}`, body: { user: { ...change, skip_verify_email: true } } }, 'safe');
	return userShape.parse(objectBody(answer).user);
}

async function complete(door: Door, user: User, input: Input, matchedBy: string, taken: { email: boolean; phone: boolean }): Promise<IDataObject> {
	const change = changesFor(user, input, taken);
	if (Object.keys(change).length === 0) return told(user, 'found', matchedBy, input);
	return told(await write(door, user.id, change), 'updated', matchedBy, input);
}

/** External ids are unique in Zendesk, so a lost answer or a second creator ends in a refusal, and the look-up tells the rest. */
async function create(door: Door, input: Input, taken: { email: boolean; phone: boolean }): Promise<IDataObject> {
	const user = {
		name: input.name ?? input.phone ?? input.email ?? input.externalId,
		external_id: input.externalId,
		role: 'end-user',
		skip_verify_email: true,
		...(input.email === undefined || taken.email ? {} : { email: input.email }),
		...phoneOf(input, taken),
		...ownFields(input),
	};
	const result = await door.attempt({ method: 'POST', path: '/api/v2/users', body: { user } }, 'withKey');
	if (result.ok) return told(userShape.parse(objectBody(result.answer).user), 'created', 'none', input);
	if (result.failure.status !== 422 && result.failure.status !== 409) throw new FailureError(result.failure);
	const theirs = await findByExternalId(door, input.externalId);
	if (theirs === undefined) throw new FailureError(result.failure);
	return await complete(door, theirs, input, 'externalId', taken);
}

/** Finds the customer's Zendesk user, or makes one: first by external id, then by e-mail, then by phone. */
export const resolve = storyOperation({
	name: 'Resolve',
	action: 'Resolve a customer to a user',
	description: 'Find the customer\'s user by external ID, e-mail or phone; create it when there is none; write only what differs',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/users/users/',
	calls: ['GET /api/v2/users/search', 'GET /api/v2/users/{user_id}/identities', 'POST /api/v2/users', 'PUT /api/v2/users/{user_id}'],
	fields,
	retry: 'withKey',
	inTurn: ({ externalId }) => `user ${externalId}`,
	async story(input, door) {
		const known = await findByExternalId(door, input.externalId);
		// Nothing to look up by e-mail or phone for a user who has them already.
		const needsEmail = input.email !== undefined && !known?.email;
		const needsPhone = input.phone !== undefined && !known?.phone;
		const byEmail = needsEmail && input.email !== undefined ? await findByEmail(door, input.email) : undefined;
		const byPhone = needsPhone && input.phone !== undefined ? await findByPhone(door, input.phone) : undefined;
		const taken = {
			email: byEmail !== undefined && (known !== undefined || !isFree(byEmail)),
			phone: byPhone !== undefined && byPhone.id !== byEmail?.id && (known !== undefined || !isFree(byPhone)),
		};
		if (known) return await complete(door, known, input, 'externalId', taken);
		if (byEmail && isFree(byEmail)) return await complete(door, byEmail, input, 'email', { ...taken, phone: byPhone !== undefined && byPhone.id !== byEmail.id });
		if (byPhone && isFree(byPhone)) return await complete(door, byPhone, input, 'phone', taken);
		return await create(door, input, taken);
	},
});
