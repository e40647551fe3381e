import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { decidedBy, endpoint, type Host } from '../endpoint';
import { invalid } from '../errors';
import { flag } from '../paging';
import { RULES } from '../rules';
import { CATEGORIES } from './webhooks';

const PATH = '/v3/applications/settings/webhook';

const isHttp = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** The application's one webhook setting. */
export function webhookSettings(app: FastifyInstance, host: Host): void {
	const { application } = host;
	endpoint(app, host, {
		method: 'GET',
		path: PATH,
		query: z.object({ display_all_webhook_categories: flag.default(false) }),
		answer: ({ query }) => ({ webhook: { ...application.webhook, ...(query.display_all_webhook_categories ? { all_webhook_categories: CATEGORIES } : {}) } }),
	});
	endpoint(app, host, {
		method: 'PUT',
		path: PATH,
		body: z.object({ enabled: z.boolean(), url: z.string(), include_members: z.boolean(), enabled_events: z.array(z.string()) }).partial(),
		answer({ body, request }) {
			const next = { ...application.webhook, ...body };
			decidedBy(request, RULES.webhookSlot);
			if (next.url !== '' && !isHttp(next.url)) throw invalid('Invalid value: "url".');
			if (next.enabled && next.url === '') throw invalid('Invalid value: "url". It is needed when enabled is true.');
			if (body.enabled_events?.some((event) => event !== '*' && !CATEGORIES.includes(event))) decidedBy(request, RULES.webhookUnknownEvent);
			if (body.enabled_events?.length === 0) {
				next.enabled = false;
				decidedBy(request, RULES.webhookOff);
			}
			application.webhook = next;
			return { webhook: application.webhook };
		},
	});
}
