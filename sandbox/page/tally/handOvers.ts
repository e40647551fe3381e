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

/** Every string under one of these keys, wherever it stands. */
function stringsUnder(keys: readonly string[], value: unknown, found: string[] = []): string[] {
	if (Array.isArray(value)) for (const one of value) stringsUnder(keys, one, found);
	if (!isObject(value)) return found;
	for (const [key, inner] of Object.entries(value)) {
		if (typeof inner !== 'string') stringsUnder(keys, inner, found);
		else if (keys.includes(key)) found.push(inner);
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

/** An SMS has no id in Braze's webhook: it is known by its words, and by whose they are. */
const smsKey = (customer: string, text: string): string => `sms:${customer}:${squeeze(text)}`;

/** Which texts the vendors have handed to a webhook. */
export class HandOvers {
	private readonly known = new Map<string, HandOver>();

	add({ kind, vendor, customer = '', summary, request, at }: SandboxEvent): void {
		if (kind !== 'delivery' || request === undefined || summary.startsWith('forged')) return;
		const body = parsed(request.body);
		const handOver = { lastAt: Date.parse(at), keyword: isObject(body) && body.kind === 'keyword' };
		for (const words of stringsUnder(WORDS, body)) if (vendor === 'braze') this.known.set(smsKey(customer, words), handOver);
		for (const id of stringsUnder(IDS, body)) this.known.set(`${vendor}:${id}`, handOver);
	}

	/** @param customers all who share the phone: Braze hands a text over for one of them */
	ofSms({ text }: Text, customers: readonly string[]): HandOver | undefined {
		return customers.map((customer) => this.known.get(smsKey(customer, text))).find((handOver) => handOver !== undefined);
	}

	/** A chat message by its `mid`, a comment by its id. */
	ofId(vendor: 'messenger' | 'zendesk', { id }: Text): HandOver | undefined {
		return this.known.get(`${vendor}:${id}`);
	}
}
