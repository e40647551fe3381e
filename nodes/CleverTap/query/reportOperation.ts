import type { IDataObject } from 'n8n-workflow';
import { callOperation, type FieldSet, type InputOf, type Operation, type Problem } from '../../shared/operation';
import { z } from '../../shared/schema';
import type { Answer } from '../../shared/transport/call';

/** How other clients of CleverTap poll; it gives no advice of its own. */
const EVERY_MS = 3000;
const LONGEST_MS = 120_000;

const partial = z.object({ status: z.literal('partial'), req_id: z.union([z.string(), z.number()]) }).passthrough();

const object = z.record(z.unknown(), { invalid_type_error: 'it is no JSON object' });

/** What an answer says besides that all went well. */
export function resultOf(answer: Answer): IDataObject {
	const result: Record<string, unknown> = { ...object.parse(answer.body) };
	delete result.status;
	return result as IDataObject;
}

interface Report<F extends FieldSet> {
	name: string;
	action: string;
	description: string;
	documentation: string;
	path: `/1/${string}`;
	fields: F;
	check?: (input: InputOf<F>) => Problem | undefined;
	body: (input: InputOf<F>) => object;
	outcome?: (answer: Answer, input: InputOf<F>) => IDataObject | IDataObject[];
}

/** Figures: at once, or after a while, where CleverTap answers "partial" with a `req_id` to ask again with. */
export function reportOperation<F extends FieldSet>({ path, body, outcome, ...about }: Report<F>): Operation {
	return callOperation({
		...about,
		calls: [`POST ${path}`, `GET ${path}`],
		retry: 'safe',
		request: (input) => ({ method: 'POST', path, body: body(input) }),
		poll: {
			ask: (answer) => ({ method: 'GET', path, query: { req_id: partial.parse(answer.body).req_id } }),
			isDone: (answer) => !partial.safeParse(answer.body).success,
			everyMs: EVERY_MS,
			longestMs: LONGEST_MS,
		},
		outcome: outcome ?? resultOf,
	});
}
