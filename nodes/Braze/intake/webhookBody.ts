import { customerKey, type CustomerId } from '../../shared/conversation/customerKey';
import { z } from '../../shared/schema';
import type { FailedIntake, Intake } from '../../shared/webhook/intake';

export type Read = { ok: true; event: Intake } | { ok: false; failure: FailedIntake };

/** Authors may leave the quotes off a number; an object or a list is a mistake of the template. */
export const text = z
	.union([z.string(), z.number(), z.boolean(), z.null()], { errorMap: () => ({ message: 'a value is neither text nor number' }) })
	.optional()
	.transform((value) => (value === null || value === undefined ? '' : String(value)));

/** What every body that we give for pasting says of the user and of the dispatch. */
export const personFields = {
	dispatch_id: text,
	user_id: text,
	braze_id: text,
	phone: text,
	email: text,
	first_name: text,
	last_name: text,
	language: text,
	text,
};

type Person = { [Name in keyof typeof personFields]: string };

export const namesNobody = ({ user_id, braze_id }: Pick<Person, 'user_id' | 'braze_id'>): boolean => user_id === '' && braze_id === '';

export const NOBODY = { message: 'neither user_id nor braze_id is filled in' };

/** The customer as every event of the Braze Trigger names one, and the delivery's own id. One dispatch can reach many users, so both together name a delivery; test sends have none. */
export function customerOf({ user_id, braze_id, dispatch_id, first_name, last_name, phone, email, language }: Person) {
	const id: CustomerId = user_id !== '' ? { identifyBy: 'external_id', userId: user_id } : { identifyBy: 'braze_id', userId: braze_id };
	const key = customerKey(id);
	const name = [first_name, last_name].map((part) => part.trim()).filter(Boolean).join(' ');
	return {
		customer: { key, ...id, externalId: user_id, brazeId: braze_id, name, phone, email, language },
		deliveryId: dispatch_id === '' ? '' : `${dispatch_id}:${key}`,
	};
}

export function unreadable(raw: string, why: string): Read {
	return {
		ok: false,
		failure: {
			event: 'unreadable',
			error: {
				class: 'invalidInput',
				vendor: 'Braze',
				message: `The webhook's body is of no use: ${why}`,
				fix: 'Compare the body of the Braze webhook campaign with the text in this node: every value needs json_escape.',
			},
			deliveryId: '',
			raw: raw.slice(0, 10_000),
		},
	};
}

/** The body as JSON, or why it is none. */
export function parseBody(raw: string): { json: unknown } | { why: string } {
	try {
		return { json: JSON.parse(raw) };
	} catch {
		return { why: raw.trim() === '' ? 'it is empty' : 'it is not valid JSON' };
	}
}
