import type { AssignmentCollectionValue, AssignmentValue, IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { Braze } from '../../../nodes/Braze/Braze.node';
import { runNode, type Ran } from '../../support/engine';
import type { NodeSetup } from '../../support/n8n';

export const HOST = 'https://rest.fra-01.braze.eu';
export const KEY = 'braze-key-1';

export const credentials = () => ({ brazeMessagingApi: { instance: HOST, apiKey: KEY, webhookSecret: 'random' } });

/** Braze's API, which takes no call without the key, nor one with our own header: the host is Braze's. */
export const api = (): nock.Scope => nock(HOST, { reqheaders: { authorization: `Bearer ${KEY}` }, badheaders: ['x-n8n-execution-id'] });

export async function runBraze(parameters: INodeParameters, items: IDataObject[] = [{}], settings: NodeSetup['settings'] = {}): Promise<Ran> {
	return await runNode({ nodeType: new Braze(), parameters, items, credentials: credentials(), settings });
}

export const CONTINUE = { onError: 'continueErrorOutput' } as const;

/** As n8n's form keeps names with typed values. */
export const assignments = (values: Record<string, [type: string, value: AssignmentValue['value']]>): AssignmentCollectionValue => ({
	assignments: Object.entries(values).map(([name, [type, value]], index) => ({ id: String(index), name, type, value })),
});

/** The bodies of the calls that a matcher was asked about. */
export function recorder(): { bodies: Array<Record<string, unknown>>; keep: (body: Record<string, unknown>) => boolean } {
	const bodies: Array<Record<string, unknown>> = [];
	return { bodies, keep: (body) => bodies.push(body) > 0 };
}
