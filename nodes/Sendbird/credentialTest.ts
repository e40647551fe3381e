import type { ICredentialDataDecryptedObject, ICredentialsDecrypted, ICredentialTestFunctions, IHttpRequestOptions, INodeCredentialTestResult } from 'n8n-workflow';
import { z } from '../shared/schema';
import { isObject } from '../shared/text/isObject';
import type { Answer } from '../shared/transport/call';
import type { Failure } from '../shared/transport/failure';
import type { Vendor } from '../shared/transport/vendor';
import { sendbirdChat, sendbirdNotifications } from './api';

const whole = z.object({ statusCode: z.number(), body: z.unknown() });

type Asked = { answer: Answer; failure: Failure | undefined };

/** A harmless read; undefined where nobody answered. */
async function ask(context: ICredentialTestFunctions, vendor: Vendor, credentials: ICredentialDataDecryptedObject, path: string): Promise<Asked | undefined> {
	const options: IHttpRequestOptions & { uri: string; resolveWithFullResponse: boolean; simple: boolean } = {
		method: 'GET',
		url: '',
		uri: `${vendor.baseUrl(credentials)}${path}`,
		headers: { 'Api-Token': String(credentials.apiToken) },
		json: true,
		resolveWithFullResponse: true,
		simple: false,
		timeout: 15_000,
	};
	try {
		// The one helper that n8n gives to a credential's test.
		const { statusCode, body } = whole.parse(await context.helpers.request(options));
		const answer = { status: statusCode, headers: {}, body };
		return { answer, failure: vendor.classify(answer, { method: 'GET', path }) };
	} catch {
		return undefined;
	}
}

const failed = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

const unreachable = (vendor: Vendor, credentials: ICredentialDataDecryptedObject): INodeCredentialTestResult =>
	failed(`Nobody answered at ${vendor.baseUrl(credentials)}. Check the Application ID and the Base URL, and that n8n can reach it.`);

/** Reads the application's webhook setting: tiny, and changes nothing. */
export async function testSendbirdChat(this: ICredentialTestFunctions, { data = {} }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	const asked = await ask(this, sendbirdChat, data, '/v3/applications/settings/webhook');
	if (asked === undefined) return unreachable(sendbirdChat, data);
	if (asked.failure) return failed(`${asked.failure.message}. ${asked.failure.fix}`);
	if (!isObject(asked.answer.body)) return failed('This host answered, but it was not Sendbird. Check the Base URL.');
	return { status: 'OK', message: 'Application ID and token are in order' };
}

/**
 * Lists templates. Sendbird documents no harmless read on this host, and the path of this one is a guess: an unknown endpoint proves nothing about the token,
 * and is not called a success.
 */
export async function testSendbirdNotifications(this: ICredentialTestFunctions, { data = {} }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	const path = sendbirdNotifications.account?.(data).templatesPath ?? '';
	const asked = await ask(this, sendbirdNotifications, data, path);
	if (asked === undefined) return unreachable(sendbirdNotifications, data);
	const { failure, answer } = asked;
	if (failure?.class === 'notFound') {
		return failed(`Not proved: Sendbird answered, but lists no templates at ${path}, so the token could not be tried. Save the credential and send a notification to yourself, or correct Templates Path.`);
	}
	if (failure) return failed(`${failure.message}. ${failure.fix}`);
	if (typeof answer.body !== 'object') return failed('This host answered, but it was not Sendbird. Check the Base URL.');
	return { status: 'OK', message: 'Application ID and token are in order' };
}
