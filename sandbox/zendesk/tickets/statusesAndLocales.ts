import type { FastifyInstance } from 'fastify';
import { recordNotFound } from '../errors';
import { integerId, iso } from '../http';
import { customStatusId } from '../present';
import type { ZendeskState } from '../state';
import { STATUSES, type Status } from '../types';

const LOCALES = [
	{ id: 1, locale: 'en-US', name: 'English (United States)' },
	{ id: 8, locale: 'de', name: 'Deutsch' },
	{ id: 16, locale: 'fr', name: 'Français' },
];

/** Custom statuses: the account has only those that come with each category. Locales: three. */
export function statusAndLocaleRoutes(app: FastifyInstance, state: ZendeskState): void {
	const at = () => iso(state.groups[0].created_at);
	const showStatus = (category: Status) => {
		const label = category[0].toUpperCase() + category.slice(1);
		return {
			url: `${state.apiUrl}/custom_statuses/${customStatusId(category)}.json`,
			id: customStatusId(category),
			status_category: category,
			agent_label: label,
			raw_agent_label: label,
			end_user_label: label,
			raw_end_user_label: label,
			description: '',
			end_user_description: '',
			active: true,
			default: true,
			created_at: at(),
			updated_at: at(),
		};
	};
	const showLocale = (locale: (typeof LOCALES)[number]) => ({
		...locale, url: `${state.apiUrl}/locales/${locale.id}.json`, created_at: at(), updated_at: at(), presentation_name: locale.name, rtl: false, default: locale.id === 1,
	});
	const categories = STATUSES.filter((status) => status !== 'closed');

	app.get('/custom_statuses', async () => ({ custom_statuses: categories.map(showStatus) }));

	app.get('/custom_statuses/:id', async (request) => {
		const id = integerId(request);
		const category = categories.find((status) => customStatusId(status) === id);
		if (category === undefined) throw recordNotFound();
		return { custom_status: showStatus(category) };
	});

	for (const path of ['/locales', '/locales/agent', '/locales/public']) app.get(path, async () => ({ locales: LOCALES.map(showLocale) }));

	app.get('/locales/current', async (request) => ({
		locale: showLocale(LOCALES.find(({ locale }) => locale === request.actor.locale) ?? LOCALES[0]),
	}));

	app.get('/locales/:id', async (request) => {
		const { id } = request.params as { id: string };
		const found = LOCALES.find((each) => String(each.id) === id || each.locale.toLowerCase() === id.toLowerCase());
		if (found === undefined) throw recordNotFound();
		return { locale: showLocale(found) };
	});
}
