import { isObject } from '../text/isObject';

const SECRET_NAME = /key|secret|token|password|passcode/i;

/** Beside a fetched token stand words that sign nobody in and that a message may have to name: what it was granted. */
const HARMLESS_NAME = /^(?:scope|token_?type)$/i;

/** Shorter values are words that occur in any text. */
const SHORTEST_SECRET = 8;

function collect(value: unknown, secret: boolean, found: string[]): void {
	if (typeof value === 'string') {
		if (secret && value.length >= SHORTEST_SECRET) found.push(value);
	} else if (isObject(value)) {
		for (const [name, inner] of Object.entries(value)) collect(inner, !HARMLESS_NAME.test(name) && (secret || SECRET_NAME.test(name)), found);
	}
}

/** A function that takes the credential's secrets out of a text: vendors and proxies sometimes repeat them in error messages. */
export function secretRemover(credentials: object): (text: string) => string {
	const secrets: string[] = [];
	collect(credentials, false, secrets);
	return (text) => secrets.reduce((clean, secret) => clean.split(secret).join('…'), text);
}
