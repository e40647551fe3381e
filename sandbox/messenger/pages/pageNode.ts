import { GraphError } from '../graph/errors';
import { pickFields } from '../graph/graph';
import type { NodeReader } from '../graph/nodes';
import { RULES } from '../rules';

/** `GET /me` or `/<PAGE_ID>` with that Page's token; `GET /me` with a user token is the person behind it. */
export const readPage: NodeReader = (state, id, { token, input: { fields } }) => {
	if (token.kind === 'user' && id === 'me') return pickFields({ id: '10150000000000001', name: 'Nora Lindqvist' }, fields, 'User');
	if (token.kind === 'app' && id === 'me') throw new GraphError('2500', RULES.tokenKind, 'An active access token must be used to query information about the current user.');
	const page = state.pages.get(id === 'me' ? (token.pageId ?? '') : id);
	if (page === undefined || page.id !== token.pageId) return undefined;
	const { name, category, link, username, about, fan_count } = page;
	const multi = { hop_v2: page.defaultAppId !== undefined, msgr_multi_app: page.defaultAppId !== undefined, ig_multi_app: false };
	return pickFields(
		{ id: page.id, name, category, link, username, about, fan_count, picture: { data: { url: `${link}/picture` } }, messaging_feature_status: multi, access_token: token.value },
		fields ?? ['id', 'name'],
		'Page',
	);
};
