import type { FastifyInstance } from 'fastify';
import { decidedBy, endpoint, type Host } from '../sendbird/endpoint';
import { SendbirdError } from '../sendbird/errors';
import { pageOf, pageQuery } from '../sendbird/paging';
import { RULES } from './rules';
import type { NotificationsState } from './state';
import type { Template } from './types';

/** A template as the API reads it. The text stays inside: in-app channels show no content. */
const present = ({ key, name, archived, created_at: created, updated_at: updated, version, variables }: Template): Record<string, unknown> => ({
	key,
	template_key: key,
	name,
	is_archived: archived,
	created_at: created,
	updated_at: updated,
	version,
	channels: [{ key: 'feed', type: 'in_app', name: 'Notifications' }],
	variable_schema: variables.map((variable) => ({ key: variable.key, type: variable.type ?? 'STRING', name: variable.name ?? variable.key })),
	sequence: { steps: [{ channels: [{ key: 'feed' }] }] },
});

/** Templates can be read only: the Dashboard makes them. */
export function templates(app: FastifyInstance, host: Host, state: NotificationsState): void {
	for (const path of ['/v1/templates', '/v2/templates']) {
		endpoint(app, host, {
			method: 'GET',
			path,
			query: pageQuery,
			answer({ query, request }) {
				decidedBy(request, RULES.templatePath);
				const { items, next } = pageOf([...state.templates.values()], query);
				return { templates: items.map(present), next };
			},
		});
		endpoint(app, host, {
			method: 'GET',
			path: `${path}/:key`,
			answer({ path: parts, request }) {
				const template = state.templates.get(parts.key);
				if (template === undefined) throw new SendbirdError('400201', RULES.templateUnknown, `Template "${parts.key}" not found.`);
				decidedBy(request, RULES.templateFields);
				return present(template);
			},
		});
	}
}
