import { path, type Call } from '../../shared/transport/call';
import type { Door } from '../../shared/transport/door';
import { nextToken } from '../paging';
import { templateOf, templatesOf, type Template } from './templateShape';

export const TEMPLATE_DOCS = 'https://sendbird.com/docs/business-messaging/server-side/v2/templates';

/** The credential's, since Sendbird publishes none. */
const pathOf = ({ account }: Door): string => (account?.templatesPath ?? '').replace(/\/+$/, '');

export interface Page {
	templates: Template[];
	/** The next page's token; absent after the last. */
	next: string | undefined;
}

/** Whether the list comes in pages is not documented: a token is followed where there is one. */
export async function readPage(door: Door, token?: string): Promise<Page> {
	const call: Call = { method: 'GET', path: pathOf(door), query: token ? { token } : undefined };
	const answer = await door.send(call, 'safe');
	return { templates: templatesOf(answer), next: nextToken(answer) };
}

/** Up to `most` templates. */
export async function readTemplates(door: Door, most = Infinity): Promise<Template[]> {
	const all: Template[] = [];
	let token: string | undefined;
	do {
		const { templates, next } = await readPage(door, token);
		all.push(...templates);
		// A token that does not move on would never end.
		token = templates.length === 0 || next === token ? undefined : next;
	} while (token !== undefined && all.length < most);
	return all.slice(0, most);
}

export async function readTemplate(door: Door, key: string): Promise<Template> {
	const answer = await door.send({ method: 'GET', path: `${pathOf(door)}${path`/${key}`}` }, 'safe');
	return templateOf(answer);
}
