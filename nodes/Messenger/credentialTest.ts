import type { ICredentialDataDecryptedObject, ICredentialsDecrypted, ICredentialTestFunctions, IHttpRequestOptions, INodeCredentialTestResult } from 'n8n-workflow';
import { hmacSha256Hex } from '../shared/webhook/verify';
import { z } from '../shared/schema';
import type { Answer, Call } from '../shared/transport/call';
import type { Failure } from '../shared/transport/failure';
import { classify, messenger } from './api';

interface Question {
	/** What the answer proves, for the message. */
	proves: string;
	path: string;
	fields?: string;
	as: 'page' | 'app';
}

/**
 * Each asks for what one permission allows, and changes nothing. A token's own list of permissions is not read: that call would put the token into the URL.
 * `tasks` and the like are never asked for: one unknown field fails the whole read.
 */
const questions = ({ pageId, appId }: ICredentialDataDecryptedObject): Question[] => [
	{ proves: 'the Page access token', path: `/${String(pageId)}`, fields: 'id,name', as: 'page' },
	{ proves: 'the permission pages_messaging', path: '/me/messenger_profile', fields: 'greeting', as: 'page' },
	{ proves: 'the permission pages_manage_metadata', path: `/${String(pageId)}/subscribed_apps`, as: 'page' },
	...(appId ? [{ proves: 'App ID and App Secret', path: `/${String(appId)}/subscriptions`, as: 'app' as const }] : []),
];

const whole = z.object({ statusCode: z.number(), body: z.unknown() });
const pageShape = z.object({ id: z.coerce.string() }).passthrough();

async function ask(context: ICredentialTestFunctions, credentials: ICredentialDataDecryptedObject, { path, fields, as }: Question): Promise<{ failure: Failure | undefined; answer: Answer }> {
	const token = as === 'app' ? `${String(credentials.appId)}|${String(credentials.appSecret)}` : String(credentials.pageToken);
	const call: Call = { method: 'GET', path };
	const options: IHttpRequestOptions & { uri: string; resolveWithFullResponse: boolean; simple: boolean } = {
		method: call.method,
		url: '',
		uri: `${messenger.baseUrl(credentials)}${path}`,
		qs: { fields, appsecret_proof: hmacSha256Hex(String(credentials.appSecret), token) },
		headers: { Authorization: `Bearer ${token}` },
		json: true,
		resolveWithFullResponse: true,
		simple: false,
		timeout: 15_000,
	};
	// The one helper that n8n gives to a credential's test.
	const { statusCode, body } = whole.parse(await context.helpers.request(options));
	const answer = { status: statusCode, headers: {}, body };
	return { answer, failure: classify(answer, call) };
}

const failed = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

const tokenOfAnotherPage = (answer: Answer, pageId: unknown): boolean => {
	const page = pageShape.safeParse(answer.body);
	return !page.success || page.data.id !== String(pageId).trim();
};

/** Says which part of the credential is wrong or which permission its token lacks, in the words of Meta's dashboard. */
export async function testMessengerPage(this: ICredentialTestFunctions, credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	const credentials = credential.data ?? {};
	const missing: string[] = [];
	for (const question of questions(credentials)) {
		let asked: Awaited<ReturnType<typeof ask>>;
		try {
			asked = await ask(this, credentials, question);
		} catch {
			return failed(`Meta could not be reached at ${messenger.baseUrl(credentials)}. Check the Base URL, and that n8n can reach it.`);
		}
		const { failure, answer } = asked;
		if (failure?.class === 'forbidden') missing.push(`${question.proves} (${failure.message})`);
		else if (failure) return failed(`${failure.message}. This was to prove ${question.proves}. ${failure.fix}`);
		else if (question.proves === 'the Page access token' && tokenOfAnotherPage(answer, credentials.pageId)) return failed('This host answered, but not with the Page of the Page ID. Check Page ID and Base URL.');
	}
	if (missing.length > 0) return failed(`The token lacks ${missing.join('; and ')}. Generate a new Page token with it in App Dashboard > Messenger API Settings.`);
	return { status: 'OK', message: 'Page, token and permissions are in order' };
}
