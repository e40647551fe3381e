import type { AssignmentCollectionValue, AssignmentValue, IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { CleverTap } from '../../../nodes/CleverTap/CleverTap.node';
import type { CredentialData } from '../../support/credentialStore';
import { runNode, type Ran } from '../../support/engine';
import type { NodeSetup } from '../../support/n8n';

export const HOST = 'https://in1.api.clevertap.com';
export const ACCOUNT = 'ABC-12D-EF3Z';
export const PASSCODE = 'a-passcode-of-n8n-only';

export const credentials = (more: IDataObject = {}): CredentialData => ({ cleverTapMessagingApi: { region: 'in1', accountId: ACCOUNT, passcode: PASSCODE, ...more } as CredentialData[string] });

const HEADERS = { 'x-clevertap-account-id': ACCOUNT, 'x-clevertap-passcode': PASSCODE };

/** CleverTap's API, which takes no call without account and passcode, nor one with our own header: the host is CleverTap's. */
export const api = (headers: Record<string, string> = {}): nock.Scope => nock(HOST, { reqheaders: { ...HEADERS, ...headers }, badheaders: ['x-n8n-execution-id', ...('x-clevertap-token' in headers ? [] : ['x-clevertap-token'])] });

export const CONTINUE = { onError: 'continueErrorOutput' } as const;

export interface Run {
	settings?: NodeSetup['settings'];
	credential?: IDataObject;
}

export async function runCleverTap(parameters: INodeParameters, items: IDataObject[] = [{}], { settings = CONTINUE, credential }: Run = {}): Promise<Ran> {
	return await runNode({ nodeType: new CleverTap(), parameters, items, credentials: credentials(credential), settings });
}

/** The JSON of all items, the good ones and the bad ones. */
export async function outcomes(parameters: INodeParameters, items?: IDataObject[], run: Run = {}): Promise<{ good: IDataObject[]; bad: IDataObject[]; places: { good: unknown[]; bad: unknown[] } }> {
	const { main, error } = await runCleverTap(parameters, items, run);
	if (error !== undefined) throw error;
	const [good = [], bad = []] = main;
	return { good: good.map(({ json }) => json), bad: bad.map(({ json }) => json), places: { good: good.map(({ pairedItem }) => Object(pairedItem).item), bad: bad.map(({ pairedItem }) => Object(pairedItem).item) } };
}

/** The only item's JSON; throws where it went wrong. */
export async function one(parameters: INodeParameters, run: Run = {}): Promise<IDataObject> {
	const { good, bad } = await outcomes(parameters, [{}], run);
	expect({ good: good.length, bad }).toEqual({ good: 1, bad: [] });
	return good[0];
}

/** The only item's failure. */
export async function failureOf(parameters: INodeParameters, run: Run = {}): Promise<IDataObject> {
	const { good, bad } = await outcomes(parameters, [{}], run);
	expect({ good, bad: bad.length }).toEqual({ good: [], bad: 1 });
	return bad[0].error as IDataObject;
}

/** As n8n's form keeps names with typed values. */
export const assignments = (values: Record<string, [type: string, value: AssignmentValue['value']]>): AssignmentCollectionValue => ({
	assignments: Object.entries(values).map(([name, [type, value]], index) => ({ id: String(index), name, type, value })),
});

/** As n8n's form keeps rows. */
export const rows = (...all: INodeParameters[]): INodeParameters => ({ rows: all });

/** The bodies of the calls that a matcher was asked about. */
export function recorder<T = Record<string, unknown>>(): { bodies: T[]; keep: (body: T) => boolean } {
	const bodies: T[] = [];
	return { bodies, keep: (body) => bodies.push(body) > 0 };
}

export const failed = (error: string, code: number) => ({ status: 'fail', error, code });

export const refusal = (record: unknown, code: number, error: string) => ({ status: 'fail', code, error, record });
