import type { IDataObject } from 'n8n-workflow';
import { resourceMapping } from '../../../nodes/Zendesk/customFields/resourceMapping';
import { listSearch } from '../../../nodes/Zendesk/listSearch';
import { ZendeskSupport } from '../../../nodes/Zendesk/ZendeskSupport.node';
import { closedNetwork } from '../../support/network';
import { formContext } from '../../support/n8n';
import { api, credentials } from './zendesk';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const form = () => formContext({ nodeType: new ZendeskSupport(), parameters: { authentication: 'oAuth2', resource: 'ticket', operation: 'create' }, credentials: credentials() });

describe('pick lists', () => {
	it.each([
		['searchBrands', '/api/v2/brands', 'brands'],
		['searchGroups', '/api/v2/groups', 'groups'],
		['searchOrganizations', '/api/v2/organizations', 'organizations'],
		['searchTicketForms', '/api/v2/ticket_forms', 'ticket_forms'],
		['searchTriggerCategories', '/api/v2/trigger_categories', 'trigger_categories'],
		['searchWebhooks', '/api/v2/webhooks', 'webhooks'],
	] as const)('%s: page by page, filtered here', async (method, path, key) => {
		api().get(path).query({ 'page[size]': 100 }).reply(200, { [key]: [{ id: 1, name: 'Support' }, { id: '01HV', name: 'Sales' }], meta: { has_more: true, after_cursor: 'c1' } });
		expect(await listSearch[method].call(form(), 'sUp')).toEqual({ results: [{ name: 'Support', value: '1' }], paginationToken: 'c1' });
		api().get(path).query({ 'page[size]': 100, 'page[after]': 'c1' }).reply(200, { [key]: [], meta: { has_more: false, after_cursor: 'c2' } });
		expect(await listSearch[method].call(form(), '', 'c1')).toEqual({ results: [], paginationToken: undefined });
	});

	it('agents with their e-mail, triggers with their title', async () => {
		api().get('/api/v2/users?role%5B%5D=agent&role%5B%5D=admin&page%5Bsize%5D=100').reply(200, { users: [{ id: 5, name: 'Grace', email: 'grace@x.test' }], meta: { has_more: false } });
		expect((await listSearch.searchAgents.call(form())).results).toEqual([{ name: 'Grace (grace@x.test)', value: '5' }]);
		api().get('/api/v2/triggers').query({ 'page[size]': 100 }).reply(200, { triggers: [{ id: 7, title: 'Reply' }], meta: { has_more: false } });
		expect((await listSearch.searchTriggers.call(form())).results).toEqual([{ name: 'Reply', value: '7' }]);
	});

	it('a refusal is told in the form, with what to do', async () => {
		api().get('/api/v2/groups').query(true).reply(403, { error: { title: 'Forbidden', message: 'no' } });
		await expect(listSearch.searchGroups.call(form())).rejects.toMatchObject({ message: expect.stringContaining('Forbidden'), description: expect.stringContaining('scope') });
	});
});

describe('mappers', () => {
	const row = (more: IDataObject) => ({ id: 360001, type: 'text', title: 'Plan', active: true, removable: true, ...more });

	it('custom ticket fields by id, each in its type; Zendesk\'s own and switched-off ones are not offered', async () => {
		api()
			.get('/api/v2/ticket_fields')
			.query({ 'page[size]': 100 })
			.reply(200, {
				ticket_fields: [
					row({}),
					row({ id: 2, type: 'checkbox' }),
					row({ id: 3, type: 'integer' }),
					row({ id: 4, type: 'date', title: 'Due' }),
					row({ id: 5, type: 'tagger', custom_field_options: [{ id: 1, name: 'Gold', value: 'gold' }] }),
					row({ id: 6, type: 'multiselect', title: 'Tags' }),
					row({ id: 7, type: 'subject', removable: false }),
					row({ id: 8, active: false }),
				],
				meta: { has_more: false },
			});
		const { fields } = await resourceMapping.getTicketFields.call(form());
		expect(fields.map(({ id, displayName, type, options }) => [id, displayName, type, options])).toEqual([
			['360001', 'Plan', 'string', undefined],
			['2', 'Plan', 'boolean', undefined],
			['3', 'Plan', 'number', undefined],
			['4', 'Due (YYYY-MM-DD)', 'string', undefined],
			['5', 'Plan', 'options', [{ name: 'Gold', value: 'gold' }]],
			['6', 'Tags (list of tags)', 'array', undefined],
		]);
	});

	it('user fields by key', async () => {
		api().get('/api/v2/user_fields').query({ 'page[size]': 100 }).reply(200, { user_fields: [row({ key: 'braze_external_id', title: 'Braze external ID' })], meta: { has_more: false } });
		expect((await resourceMapping.getUserFields.call(form())).fields).toMatchObject([{ id: 'braze_external_id', displayName: 'Braze external ID', type: 'string' }]);
	});

	it('a refusal is told in the form', async () => {
		api().get('/api/v2/user_fields').query(true).reply(403, { error: { title: 'Forbidden', message: 'no' } });
		await expect(resourceMapping.getUserFields.call(form())).rejects.toMatchObject({ description: expect.stringContaining('"users:read"') });
	});
});
