import type { INodeParameters } from 'n8n-workflow';
import { Sendbird } from '../../../nodes/Sendbird/Sendbird.node';
import { closedNetwork } from '../../support/network';
import { formContext } from '../../support/n8n';
import { all, credentials, failureOf, notifications, one, sendbirdError } from './sendbird';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const SHIPPED = { key: 'order-shipped', name: 'Order shipped', is_archived: false, variable_schema: [{ key: 'order', name: 'Order number', type: 'string' }, { key: 'count', type: 'NUMBER' }] };
const OLD = { key: 'id-2', template_key: 'old', name: 'Old', is_archived: true };

const node = () => new Sendbird();
const form = (parameters: INodeParameters, notificationsCredential = {}) => formContext({ nodeType: node(), parameters: { resource: 'notification', operation: 'sendRealtime', ...parameters }, credentials: credentials(notificationsCredential) });

describe('get many', () => {
	it.each([
		['templates', { templates: [SHIPPED, OLD] }],
		['data', { data: [SHIPPED, OLD] }],
		['results', { results: [SHIPPED, OLD] }],
		['a bare list', [SHIPPED, OLD]],
	])('reads the list as %s, archived ones where asked', async (_, answer) => {
		notifications().get('/v1/templates').twice().reply(200, answer);
		expect(await all({ resource: 'template', operation: 'getMany' })).toEqual([SHIPPED]);
		expect(await all({ resource: 'template', operation: 'getMany', archived: true })).toEqual([SHIPPED, OLD]);
	});

	it('follows a token where there is one, and stops where it does not move on', async () => {
		notifications().get('/v1/templates').reply(200, { templates: [SHIPPED], next: 'T' }).get('/v1/templates').query({ token: 'T' }).reply(200, { templates: [SHIPPED], next: 'T' });
		expect(await all({ resource: 'template', operation: 'getMany', returnAll: true })).toHaveLength(2);
	});

	it('takes its path from the credential', async () => {
		notifications().get('/v2/templates').reply(200, []);
		expect(await all({ resource: 'template', operation: 'getMany' }, [{}], { credential: { templatesPath: '/v2/templates/' } })).toEqual([]);
	});

	it('something else is no empty list', async () => {
		notifications().get('/v1/templates').reply(200, { ok: true });
		expect(await failureOf({ resource: 'template', operation: 'getMany' })).toMatchObject({ class: 'unavailable', message: expect.stringContaining('no list of templates') });
	});
});

it('get reads one, wrapped or not', async () => {
	notifications().get('/v1/templates/order%20shipped').reply(200, SHIPPED).get('/v1/templates/order%20shipped').reply(200, { template: SHIPPED });
	expect(await one({ resource: 'template', operation: 'get', templateKey: 'order shipped' })).toEqual(SHIPPED);
	expect(await one({ resource: 'template', operation: 'get', templateKey: 'order shipped' })).toEqual(SHIPPED);
});

describe('the pick list', () => {
	const search = async (filter?: string) => await node().methods.listSearch.searchTemplates.call(form({}), filter);

	it('offers what can be sent, by name, with the key that a send names', async () => {
		notifications().get('/v1/templates').twice().reply(200, { templates: [SHIPPED, OLD, { key: 'id-3', template_key: 'news' }], next: 'T' });
		expect(await search()).toEqual({ results: [{ name: 'Order shipped', value: 'order-shipped' }, { name: 'news', value: 'news' }], paginationToken: 'T' });
		expect((await search('SHIPPED')).results).toHaveLength(1);
	});

	it('says that the key can be typed where it cannot be read', async () => {
		notifications().get('/v1/templates').reply(404, 'nothing here');
		await expect(search()).rejects.toMatchObject({ name: 'NodeOperationError', description: expect.stringContaining('By ID') });
		notifications().get('/v1/templates').reply(200, { ok: true });
		await expect(search()).rejects.toMatchObject({ description: expect.stringContaining('Templates Path') });
	});
});

describe('the editor of variables', () => {
	const fields = async (templateKey: unknown = { __rl: true, mode: 'list', value: 'order-shipped' }) => {
		const context = form({});
		// What n8n's editor sends of the form as it stands.
		Object.assign(Object(Reflect.get(context, 'additionalData')), { currentNodeParameters: { resource: 'notification', operation: 'sendRealtime', templateKey } });
		return await node().methods.resourceMapping.templateVariables.call(context);
	};

	it('lists the template\'s variables with their names and types', async () => {
		notifications().get('/v1/templates/order-shipped').reply(200, SHIPPED);
		expect((await fields()).fields).toEqual([
			{ id: 'order', displayName: 'Order number', type: 'string', required: false, display: true, defaultMatch: false, canBeUsedToMatch: false },
			{ id: 'count', displayName: 'count', type: 'number', required: false, display: true, defaultMatch: false, canBeUsedToMatch: false },
		]);
	});

	it('finds it in the list where it cannot be read alone', async () => {
		notifications().get('/v1/templates/order-shipped').reply(404).get('/v1/templates').reply(200, [OLD, SHIPPED]);
		expect((await fields()).fields).toHaveLength(2);
	});

	it('leaves them free where nothing can be read, and says how', async () => {
		notifications().get('/v1/templates/order-shipped').reply(400, sendbirdError(400930)).get('/v1/templates').reply(400, sendbirdError(400930));
		expect(await fields()).toEqual({ fields: [], emptyFieldsNotice: expect.stringMatching(/Templates Path.*Names and Values/) });
	});

	it('asks for a template first', async () => {
		expect(await fields({ __rl: true, mode: 'id', value: '' })).toEqual({ fields: [], emptyFieldsNotice: expect.stringContaining('Choose a template first') });
	});
});
