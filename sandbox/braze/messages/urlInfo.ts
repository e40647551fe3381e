import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { variationsOf } from '../campaigns/campaign';
import { stepsOf } from '../canvas/canvas';
import { defaultPool, get, type Query } from '../endpoint';
import { Refusal } from '../errors';
import { linksIn } from './email';
import { MESSAGING_RULES } from './messagingRules';
import type { BrazeState } from '../state';

const refuse = (what: string) => new Refusal(400, `Missing/Invalid ${what} ID`, MESSAGING_RULES.urlInfo);

/** Link aliasing gives each link of an e-mail an id, which it carries as `lid`. */
function linkData(html: string, query: Query) {
	const only = query.one('includes_link_id');
	return linksIn(html)
		.filter((url) => url.startsWith('http'))
		.map((url, index) => {
			const id = createHash('sha1').update(`${index} ${url}`).digest('hex').slice(0, 12);
			return { link_URL: `${url}${url.includes('?') ? '&' : '?'}lid=${id}`, link_id: id, content_block_path_info: [], link_alias: `link${index + 1}` };
		})
		.filter(({ link_id: id }) => only === undefined || id === only);
}

/** `GET /campaigns/url_info/details` and `GET /canvas/url_info/details`. An API campaign has no content, so no links. */
export function urlInfo(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/campaigns/url_info/details',
		permission: 'campaigns.url_info.details',
		pools: defaultPool,
		answer: (query, request) => {
			const campaign = state.campaign(query.one('campaign_id') ?? '');
			if (campaign === undefined) throw refuse('Campaign');
			const variation = variationsOf(campaign).find(({ id }) => id === query.one('message_variation_id'));
			if (variation === undefined) throw refuse('Message Variant');
			request.notes.rule = MESSAGING_RULES.linkAliases;
			return { status: 200, body: { channel: variation.channel, name: variation.name, link_data: [], message: 'success' } };
		},
	});
	get(app, state, {
		path: '/canvas/url_info/details',
		permission: 'canvas.url_info.details',
		pools: defaultPool,
		answer: (query, request) => {
			const step = state.messaging.canvases.flatMap(stepsOf).find(({ id }) => id === query.one('canvas_step_id'));
			if (step === undefined) throw refuse('Canvas');
			if (step.messageId !== query.one('message_variation_id')) throw refuse('Message Variant');
			request.notes.rule = MESSAGING_RULES.linkAliases;
			const links = step.channel === 'email' ? linkData(step.email.body ?? '', query) : [];
			return { status: 200, body: { channel: step.channel, name: step.name, link_data: links, message: 'success' } };
		},
	});
}
