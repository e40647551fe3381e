import { pageOf, requirePermission } from '../graph/auth';
import { GraphError } from '../graph/errors';
import { pickFields } from '../graph/graph';
import type { NodeReader } from '../graph/nodes';
import { RULES } from '../rules';

const REVIEWED = ['locale', 'timezone', 'gender'];

/** `GET /<PSID>`: names and picture; failures are normal here. A person of another Page is nobody. */
export const readUserProfile: NodeReader = (state, id, { token, app, input: { fields = ['id', 'first_name', 'last_name', 'profile_pic'] }, request }) => {
	const person = token.kind === 'page' ? state.on(pageOf(state, token, 'me')).find(({ psid }) => psid === id) : undefined;
	if (person === undefined) return undefined;
	request.notes.customer = id;
	requirePermission(token, 'pages_messaging');
	if (person.startedAt === undefined) throw new GraphError('230', RULES.profileConsent);
	if (!person.hasProfile) throw new GraphError('100/2018218', RULES.profileNone);
	if (!app.profileReviewed && fields.some((field) => REVIEWED.includes(field))) throw new GraphError('100/2018247', RULES.profileField);
	const { first_name, last_name, profile_pic, locale, timezone, gender } = person;
	return pickFields({ id, name: `${first_name} ${last_name}`, first_name, last_name, profile_pic, locale, timezone, gender }, fields, 'User');
};
