import type { IDataObject } from 'n8n-workflow';
import { z } from '../../shared/schema';
import type { Answer, Call } from '../../shared/transport/call';

/** CleverTap gives up to 5,000 at once, and wants multiples of 23: so many parts its storage has. https://developer.clevertap.com/docs/get-user-profiles-api */
const PARTS = 23;
const MOST = 5000 - (5000 % PARTS);

const id = z.union([z.string().min(1), z.number().transform(String)]);

/** The first step answers with a cursor, the later ones with records and, but for the last, another cursor. */
const answerShape = z.union([
	z.object({ records: z.array(z.record(z.unknown())), next_cursor: id.nullish().catch(undefined) }).passthrough(),
	z.object({ cursor: id }).passthrough().transform(({ cursor }) => ({ records: [], next_cursor: cursor })),
], { errorMap: () => ({ message: 'it has neither "cursor" nor "records"' }) });

/** `most`: as `mostOf` gives it. */
export const batchSize = (most: number | undefined): number => Math.min(MOST, Math.ceil((most ?? MOST) / PARTS) * PARTS);

export const recordsOf = (answer: Answer): IDataObject[] => answerShape.parse(answer.body).records as IDataObject[];

/** A cursor lives for a while only: it is used within one run and not kept. */
export function byCursor(call: Call, answer: Answer): Call | undefined {
	const { next_cursor: cursor } = answerShape.parse(answer.body);
	return cursor ? { method: 'GET', path: call.path, query: { cursor } } : undefined;
}
