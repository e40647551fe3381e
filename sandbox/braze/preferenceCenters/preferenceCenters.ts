import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../errors';
import { jsonObject } from '../json';
import { noBody, route } from '../route';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';
import type { PreferenceCenter } from './preferenceCenterState';

const READ = 'preference_center read';
const WRITE = 'preference_center write';

const iso = (ms: number): string => new Date(ms).toISOString();

const content = {
	preference_center_title: z.string().optional(),
	preference_center_page_html: z.string().min(1),
	confirmation_page_html: z.string().min(1),
	state: z.enum(['active', 'draft']).optional(),
	options: jsonObject.optional(),
};
const newCenter = z.object({ name: z.string().regex(/^[A-Za-z0-9_-]+$/, 'only letters, numbers, hyphens and underscores'), ...content });
/** A name may stand there, as in Braze's own example, and changes nothing. */
const changedCenter = z.object(content);

function requireCenter(state: BrazeState, id: string): PreferenceCenter {
	const center = state.data.preferenceCenters.find(id);
	if (center === undefined) throw new Refusal(404, 'Preference center not found', unconfirmed('no such preference center: 404'));
	return center;
}

const shown = (center: PreferenceCenter) => ({
	name: center.name,
	preference_center_api_id: center.id,
	created_at: iso(center.createdAt),
	updated_at: iso(center.updatedAt),
});

function reads(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'GET',
		path: '/preference_center/v1/list',
		permission: 'preference_center.list',
		pools: [READ],
		body: noBody,
		answer: ({ request }) => {
			request.notes.rule = documented('all preference centers, no paging and no message');
			return { status: 200, body: { preference_centers: state.data.preferenceCenters.centers.map(shown) } };
		},
	});
	route(app, state, {
		method: 'GET',
		path: '/preference_center/v1/:id',
		permission: 'preference_center.get',
		pools: [READ],
		body: noBody,
		answer: ({ params, request }) => {
			const center = requireCenter(state, params.id);
			request.notes.rule = documented('one preference center with its pages');
			return {
				status: 200,
				body: {
					...shown(center),
					preference_center_title: center.title,
					preference_center_page_html: center.pageHtml,
					confirmation_page_html: center.confirmationHtml,
					redirect_page_html: null,
					preference_center_options: center.options,
					state: center.state,
				},
			};
		},
	});
	route(app, state, {
		method: 'GET',
		path: '/preference_center/v1/:id/url/:user',
		permission: 'preference_center.user.get',
		pools: [READ],
		body: noBody,
		answer: ({ params, request }) => {
			const center = requireCenter(state, params.id);
			const profile = state.byExternalId(params.user);
			if (profile === undefined) throw new Refusal(404, 'User not found', unconfirmed('no such user: 404'));
			request.notes.rule = unconfirmed('one URL for each user; the page itself is not pretended');
			return { status: 200, body: { preference_center_url: `${state.world.options.baseUrl}/braze/preferences/${center.id}/${profile.brazeId}` } };
		},
	});
}

function writes(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'POST',
		path: '/preference_center/v1',
		permission: 'preference_center.update',
		pools: [WRITE],
		body: newCenter,
		answer: ({ body, request }) => {
			const { centers } = state.data.preferenceCenters;
			if (centers.some(({ name }) => name === body.name)) throw new Refusal(400, 'A preference center with this name already exists', unconfirmed('that names are unique is not documented'));
			const now = Date.now();
			const center: PreferenceCenter = {
				id: randomUUID(),
				name: body.name,
				title: body.preference_center_title ?? 'Preference Center',
				pageHtml: body.preference_center_page_html,
				confirmationHtml: body.confirmation_page_html,
				options: body.options ?? {},
				state: body.state ?? 'active',
				createdAt: now,
				updatedAt: now,
			};
			centers.push(center);
			request.notes.rule = documented('created; the status 201 is unconfirmed');
			return {
				status: 201,
				body: { preference_center_api_id: center.id, liquid_tag: `{{preference_center.\${${center.name}}}}`, created_at: iso(now), message: 'success' },
			};
		},
	});
	route(app, state, {
		method: 'PUT',
		path: '/preference_center/v1/:id',
		permission: 'preference_center.update',
		pools: [WRITE],
		body: changedCenter,
		answer: ({ body, params, request }) => {
			const center = requireCenter(state, params.id);
			center.pageHtml = body.preference_center_page_html;
			center.confirmationHtml = body.confirmation_page_html;
			center.title = body.preference_center_title ?? 'Preference Center';
			center.options = body.options ?? center.options;
			center.state = body.state ?? center.state;
			center.updatedAt = Date.now();
			request.notes.rule = documented('the name cannot be changed; both pages are required');
			return {
				status: 200,
				body: { preference_center_api_id: center.id, created_at: iso(center.createdAt), updated_at: iso(center.updatedAt), message: 'success' },
			};
		},
	});
}

export function preferenceCenters(app: FastifyInstance, state: BrazeState): void {
	reads(app, state);
	writes(app, state);
}
