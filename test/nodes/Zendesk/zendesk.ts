import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { resources } from '../../../nodes/Zendesk/resources';
import { ZendeskSupport } from '../../../nodes/Zendesk/ZendeskSupport.node';
import type { CredentialData } from '../../support/credentialStore';
import { runNode, type Ran, type RunSetup } from '../../support/engine';
import type { NodeSetup } from '../../support/n8n';

export const HOST = 'https://acme.zendesk.com';
const TOKEN = 'access-1';

/** A credential that has its token already; how one is fetched is the door's own test. */
export const credentials = (): CredentialData => ({
	zendeskSupportOAuth2Api: { subdomain: 'acme', clientId: 'n8n', clientSecret: 'zendesk-client-secret', oauthTokenData: { access_token: TOKEN, token_type: 'bearer' } },
});

/** `GET /api/v2/tickets/77`: what Zendesk was asked since the run before. */
let asked: string[] = [];

/** Zendesk's API, which takes no call without the token, nor one with our own header. */
export const api = (): nock.Scope =>
	nock(HOST, { reqheaders: { authorization: `Bearer ${TOKEN}` }, badheaders: ['x-n8n-execution-id'] }).on('request', ({ method, path }: { method: string; path: string }) => {
		asked.push(`${method} ${path.replace(/\?.*$/, '')}`);
	});

/** The docs' tables are made of what operations declare, so each may call only what it declares. */
function undeclared({ resource, operation }: INodeParameters): string[] {
	const { calls = [] } = resources[String(resource)].operations[String(operation)].about;
	const patterns = calls.map((call) => new RegExp(`^${call.replace(/\{\w+\}/g, '[^/]+')}$`));
	return asked.filter((call) => !patterns.some((pattern) => pattern.test(call)));
}

type Given = Partial<Pick<RunSetup, 'items' | 'settings' | 'files' | 'credentials'>>;

/** The node with all that a test may give it. */
export async function runWith(parameters: INodeParameters, given: Given = {}): Promise<Ran> {
	asked = [];
	const ran = await runNode({ nodeType: new ZendeskSupport(), parameters, credentials: credentials(), ...given });
	expect(undeclared(parameters)).toEqual([]);
	return ran;
}

export const runZendesk = async (parameters: INodeParameters, items: IDataObject[] = [{}], settings: NodeSetup['settings'] = {}): Promise<Ran> => await runWith(parameters, { items, settings });

export const CONTINUE = { onError: 'continueErrorOutput' } as const;

/** The only item's JSON, on whichever output. */
export async function oneOf(parameters: INodeParameters): Promise<IDataObject> {
	const { main, error } = await runZendesk(parameters, [{}], CONTINUE);
	if (error !== undefined) throw error;
	const items = main.flat();
	expect(items).toHaveLength(1);
	return items[0].json;
}

export interface TicketRow {
	id: number;
	status: string;
	external_id: string | null;
	requester_id: number;
	updated_at: string;
}

export const REQUESTER = 901;

export const ticket = (more: Partial<TicketRow> = {}): TicketRow => ({
	id: 77,
	status: 'open',
	external_id: 'sms:cust-42:1',
	requester_id: REQUESTER,
	updated_at: '2026-11-21T12:00:00Z',
	...more,
});

export const CLOSED_422 = { error: 'RecordInvalid', description: 'Record validation errors', details: { status: [{ description: 'Status: closed prevents ticket update' }] } };
export const NOT_FOUND = { error: 'RecordNotFound', description: 'Not found' };
export const CONFLICT_409 = { error: 'UpdateConflict', description: 'Safe Update prevented the update due to outdated ticket data.' };
export const OTHER_BODY_400 = { error: 'IdempotentRequestError', description: 'Request parameters don\'t match the given idempotency key' };

/** `GET /tickets?external_id=`. */
export const byExternalId = (externalId: string, ...tickets: TicketRow[]): nock.Scope => api().get('/api/v2/tickets').query({ external_id: externalId }).reply(200, { tickets });

export const show = (id: number, row?: TicketRow): nock.Scope =>
	row === undefined ? api().get(`/api/v2/tickets/${id}`).reply(404, NOT_FOUND) : api().get(`/api/v2/tickets/${id}`).reply(200, { ticket: row });

/** `GET /tickets/{id}/audits`, with the delivery ids that the comments carry, newest first. */
export const audits = (id: number, deliveryIds: string[] = []): nock.Scope =>
	api()
		.get(`/api/v2/tickets/${id}/audits`)
		.query({ 'page[size]': 100, sort: '-created_at' })
		.reply(200, {
			audits: deliveryIds.map((deliveryId, index) => ({ id: index, created_at: new Date().toISOString(), metadata: { system: {}, custom: { deliveryId } }, events: [] })),
			meta: { has_more: false },
		});
