import type { ICredentialDataDecryptedObject, ICredentialsDecrypted, ICredentialTestFunctions, IHttpRequestOptions, INodeCredentialTestResult } from 'n8n-workflow';
import { z } from '../shared/schema';
import type { Answer, Call } from '../shared/transport/call';
import type { Failure } from '../shared/transport/failure';
import { cleverTap } from './api';

const whole = z.object({ statusCode: z.number(), body: z.unknown() });

const failed = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

/** Any past day; the list may be empty. */
const DAY = 20240101;

const CALL: Call = { method: 'POST', path: '/1/targets/list.json', body: { from: DAY, to: DAY } };

interface Asked {
	answer: Answer;
	failure: Failure | undefined;
}

async function ask(context: ICredentialTestFunctions, credentials: ICredentialDataDecryptedObject): Promise<Asked> {
	const options: IHttpRequestOptions & { uri: string; resolveWithFullResponse: boolean; simple: boolean } = {
		method: CALL.method,
		url: '',
		uri: `${cleverTap.baseUrl(credentials)}${CALL.path}`,
		headers: { 'X-CleverTap-Account-Id': String(credentials.accountId).trim(), 'X-CleverTap-Passcode': String(credentials.passcode).trim() },
		body: CALL.body,
		json: true,
		resolveWithFullResponse: true,
		simple: false,
		timeout: 15_000,
	};
	// The one helper that n8n gives to a credential's test.
	const { statusCode, body } = whole.parse(await context.helpers.request(options));
	const answer = { status: statusCode, headers: {}, body };
	return { answer, failure: cleverTap.classify(answer, CALL) };
}

/** Lists the campaigns of one day: it changes nothing. An empty 200, as a wrong host gives it, is no success, which a declared test could not tell. */
export async function testCleverTapMessaging(this: ICredentialTestFunctions, { data = {} }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	const host = cleverTap.baseUrl(data);
	try {
		const { failure } = await ask(this, data);
		// A full house has let us in.
		if (failure === undefined || failure.class === 'rateLimited') return { status: 'OK', message: 'Region, Project ID and passcode are in order' };
		return failed(`${failure.message} (asked at ${host}). ${failure.fix}`);
	} catch {
		return failed(`Nobody answered at ${host}. Check the API host, and that n8n can reach it.`);
	}
}
