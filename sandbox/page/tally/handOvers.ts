import type { SandboxEvent } from '../../control/types';
import { squeeze, type Text } from './matchTexts';

export interface HandOver {
	/** Of the vendor's newest attempt, ms since 1970, real clock. */
	lastAt: number;
	/** A word that the vendor keeps for itself (STOP, HELP): the workflow may rightly drop it. */
	keyword: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys under which deliveries hold people's words, and the ids of messages. */
const WORDS = ['text', 'body'];
const IDS = ['id', 'mid'];

/** Every such string, wherever it stands. */
function wordsIn(value: unknown, found: string[] = []): string[] {
	if (Array.isArray(value)) for (const one of value) wordsIn(one, found);
	if (!isObject(value)) return found;
	for (const [key, inner] of Object.entries(value)) {
		if (typeof inner !== 'string') wordsIn(inner, found);
		else if (WORDS.includes(key)) found.push(squeeze(inner));
		else if (IDS.includes(key)) found.push(inner);
	}
	return found;
}

function parsed(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

/** Which texts the vendors have handed to a webhook, by vendor and id, else by words (an SMS has no id in Braze's webhook). */
export class HandOvers {
	private readonly known = new Map<string, HandOver>();

	add({ kind, vendor, summary, request, at }: SandboxEvent): void {
		if (kind !== 'delivery' || request === undefined || summary.startsWith('forged')) return;
		const body = parsed(request.body);
		const keyword = isObject(body) && body.kind === 'keyword';
		for (const words of wordsIn(body)) this.known.set(`${vendor}:${words}`, { lastAt: Date.parse(at), keyword });
	}

	of(vendor: SandboxEvent['vendor'], { id, text }: Text): HandOver | undefined {
		return this.known.get(`${vendor}:${id}`) ?? this.known.get(`${vendor}:${squeeze(text)}`);
	}
}
