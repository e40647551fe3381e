/** What is wrong with a pasted relay URL, or where it leads below the credential's host. */
export type RelayPath = { ok: true; path: string } | { ok: false; message: string };

function urlOf(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}

/** The integration token goes to the credential's own host and to no other, whatever was pasted. */
export function relayPath(pasted: string, baseUrl: string): RelayPath {
	const url = urlOf(pasted);
	const base = urlOf(baseUrl);
	if (url === undefined || base === undefined) return { ok: false, message: 'must be a whole URL, as the integration\'s page in the Dashboard shows it' };
	const prefix = base.pathname.replace(/\/+$/, '');
	if (url.origin !== base.origin || !url.pathname.startsWith(`${prefix}/`) || url.username !== '') {
		return { ok: false, message: `must begin with ${baseUrl}/, the host of the credential: the integration token is sent nowhere else` };
	}
	// CleverTap's guide links to a misspelt address.
	if (/\/mutli\/?$/.test(url.pathname)) return { ok: false, message: 'ends in "mutli", as a link in CleverTap\'s guide does; the endpoint is spelt "multi"' };
	return { ok: true, path: `${url.pathname.slice(prefix.length)}${url.search}` };
}
