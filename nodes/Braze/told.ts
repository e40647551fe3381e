import type { IDataObject } from 'n8n-workflow';
import { z } from '../shared/schema';
import type { Answer } from '../shared/transport/call';

/** An answer of an endpoint that does not say "success" but always gives this part. An answer without it is not Braze's. */
export function toldWith(answer: Answer, part: string): IDataObject {
	const given = z.unknown().refine((value) => value !== undefined, `it has no "${part}"`);
	const shape = z.object({ [part]: given }, { invalid_type_error: 'it is no JSON object' }).passthrough();
	const told: Record<string, unknown> = shape.parse(answer.body);
	return Object.fromEntries(Object.entries(told).filter(([name]) => name !== 'message')) as IDataObject;
}
