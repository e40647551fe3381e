import type { Answer, Call } from '../shared/transport/call';

/** `Zendesk-RateLimit-<name>: total=100; remaining=0; resets=41`: the limits that have a name tell it themselves. */
const NAMED = /^zendesk-ratelimit-(.+)$/;

interface NamedLimit {
	name: string;
	total: number | undefined;
	remaining: number | undefined;
	/** Seconds. */
	resets: number | undefined;
}

function readLimit(name: string, value: string): NamedLimit {
	const parts = Object.fromEntries(value.split(/[;,]/).map((part) => part.trim().split('=')));
	const number = (key: string): number | undefined => (/^\d+$/.test(String(parts[key])) ? Number(parts[key]) : undefined);
	return { name, total: number('total'), remaining: number('remaining'), resets: number('resets') };
}

const namedLimits = ({ headers }: Answer): NamedLimit[] =>
	Object.entries(headers).flatMap(([name, value]) => {
		const found = NAMED.exec(name.toLowerCase());
		return found ? [readLimit(found[1], value)] : [];
	});

/** The named limit that is used up. */
const usedUp = (answer: Answer): NamedLimit | undefined => namedLimits(answer).find(({ remaining }) => remaining === 0);

/** Zendesk's own words for them; the numbers are of its rate limit page. */
const ofPath: ReadonlyArray<[RegExp, string]> = [
	[/^PUT \/api\/v2\/tickets\/\d+/, 'One user may update a ticket 30 times in 10 minutes, and an account makes 100 updates a minute (300 with the High Volume add-on).'],
	[/^POST \/api\/v2\/users\/create_or_update$|^PUT \/api\/v2\/users\/\d+$/, 'A user may be updated 5 times a minute, and an account updates one user a second.'],
	[/^GET \/api\/v2\/incremental\//, 'Incremental exports allow 10 calls a minute (30 with the High Volume add-on).'],
	[/^GET \/api\/v2\/search\/export/, 'Exports of a search allow 100 calls a minute.'],
	[/^DELETE \/api\/v2\/tickets\//, 'An account deletes 400 tickets a minute.'],
];

const ACCOUNT = 'An account may make 200 to 2,500 calls a minute, as its plan says; several workflows share them.';

/** Which limit a 429 is about, in one sentence. */
export function limitTold(call: Call, answer: Answer): string {
	const named = usedUp(answer);
	const known = ofPath.find(([pattern]) => pattern.test(`${call.method} ${call.path}`))?.[1];
	const told = named === undefined ? '' : ` Zendesk names the limit "${named.name}"${named.total === undefined ? '' : ` of ${named.total}`}.`;
	return `${known ?? ACCOUNT}${told}`;
}

/** Seconds until a named limit starts anew. */
export const resetsAfter = (answer: Answer): number | undefined => usedUp(answer)?.resets;
