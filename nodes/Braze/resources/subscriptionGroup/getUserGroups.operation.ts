import type { IDataObject } from 'n8n-workflow';
import { batchStoryOperation, failed, success } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import type { Door } from '../../../shared/transport/door';
import { checkMember, memberFields, MOST_MEMBERS, type Member } from './memberFields';

const member = z.object({ external_id: z.string().nullish() }).passthrough();
const told = z.object({ users: z.array(member), total_count: z.number().optional() }, { invalid_type_error: 'it is no JSON object' });

type Found = z.infer<typeof member>;

/** Rows of a page. */
const PAGE = 100;

/** Several profiles may share an email or phone, so there may be more users than were asked for. */
async function usersOf(kind: Member['identifyBy'], ids: string[], door: Door): Promise<Found[]> {
	const found: Found[] = [];
	for (let offset = 0; ; offset += PAGE) {
		const query = { [kind]: ids, limit: PAGE, offset: offset === 0 ? undefined : offset };
		const { users, total_count: total } = told.parse((await door.send({ method: 'GET', path: '/subscription/user/status', query }, 'safe')).body);
		found.push(...users);
		if (users.length < PAGE || found.length >= (total ?? Infinity)) return found;
	}
}

export const getUserGroups = batchStoryOperation({
	name: 'Get User Groups',
	action: 'Get the subscription groups of users',
	description: 'List the subscription groups of users with their status: 50 external IDs a call, or every user with an email or phone',
	documentation: 'https://www.braze.com/docs/api/endpoints/subscription_groups/get_list_user_subscription_groups/',
	calls: ['GET /subscription/user/status'],
	fields: memberFields,
	check: checkMember,
	retry: 'safe',
	batch: { size: ({ identifyBy }) => (identifyBy === 'external_id' ? MOST_MEMBERS : 1), together: ({ identifyBy }) => identifyBy },
	story: async (inputs, door) => {
		const [{ identifyBy }] = inputs;
		const found = await usersOf(identifyBy, [...new Set(inputs.map(({ userId }) => userId))], door);
		return inputs.map(({ userId }) => {
			const users = identifyBy === 'external_id' ? found.filter((user) => user.external_id === userId) : found;
			if (users.length > 0) return success(users as IDataObject[]);
			return failed({ class: 'notFound', vendor: 'Braze', message: `Braze has no user with the ${identifyBy} "${userId}"`, fix: 'Check the identifier; a user just created may take a moment to appear.' });
		});
	},
});
