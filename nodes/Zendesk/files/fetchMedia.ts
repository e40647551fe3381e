import { checkUrl } from '../../shared/liquid/connectedContent/urlPolicy';
import type { Door } from '../../shared/transport/door';
import type { FileAnswer } from '../../shared/transport/fetchFile';
import type { FileToUpload } from './uploads';

/** Zendesk takes 50 MB, an MMS carries a few; more would only fill memory. */
const MOST_BYTES = 20 * 1024 * 1024;
const TIMEOUT_MS = 20_000;

/** Messaging providers answer with a redirect to their file store. */
const MOST_HOPS = 3;

/** What people send by phone. Anything that could run in an agent's browser stays a link. */
const TYPES = /^(?:image\/(?!svg)|audio\/|video\/|application\/pdf$|text\/(?:plain|x?-?vcard|calendar)$)/;

export type Media = { ok: true; file: FileToUpload } | { ok: false; why: string };

const no = (why: string): Media => ({ ok: false, why });

/** Public web addresses only: what a customer sends must not make n8n call into its own network. */
function allowed(address: string, privateHosts: string[]): URL | undefined {
	try {
		return checkUrl(address, privateHosts);
	} catch {
		return undefined;
	}
}

const typeOf = ({ headers }: FileAnswer): string => (headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();

const NAMED = /filename\*?=(?:UTF-8'')?"?([^";]+)"?/i;

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** As the provider names it, else as its address does, else by its type. */
function nameOf({ pathname }: URL, { headers }: FileAnswer, type: string): string {
	const said = NAMED.exec(headers['content-disposition'] ?? '')?.[1];
	const last = decoded(said ?? pathname.split('/').at(-1) ?? '').replace(/[\\/\p{Cc}]/gu, '').trim().slice(-100);
	const extension = type.split('/')[1].replace(/^x-/, '').replace(/\W.*$/, '');
	return /\.\w{2,5}$/.test(last) ? last : `${last || 'file'}.${extension}`;
}

/** A file that a customer sent, by its address; or why it could not be fetched. */
export async function fetchMedia(fetchFile: NonNullable<Door['fetchFile']>, address: string, privateHosts: string[]): Promise<Media> {
	let next = address;
	for (let hop = 0; hop <= MOST_HOPS; hop++) {
		const url = allowed(next, privateHosts);
		if (url === undefined) return no('its address is no public web address on port 80 or 443');
		// Whatever the network's trouble is called: the link stays in the comment.
		const answer = await fetchFile({ url: url.href, timeout: TIMEOUT_MS, mostBytes: MOST_BYTES }).catch(() => undefined);
		if (answer === undefined) return no('it could not be reached');
		const { location } = answer.headers;
		if (answer.status >= 300 && answer.status < 400 && location !== undefined && URL.canParse(location, url.href)) {
			next = new URL(location, url).href;
			continue;
		}
		if (answer.status !== 200) return no(`it was answered ${answer.status}`);
		const type = typeOf(answer);
		if (!TYPES.test(type)) return no(`its type is ${type || 'not told'}`);
		if (answer.bytes === undefined) return no(`it is larger than ${MOST_BYTES / 1024 / 1024} MB`);
		return answer.bytes.length === 0 ? no('it is empty') : { ok: true, file: { name: nameOf(url, answer, type), type, bytes: answer.bytes } };
	}
	return no('it leads from one address to the next');
}
