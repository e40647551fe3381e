import type { IDataObject } from 'n8n-workflow';
import { field, type InputOf, type Problem } from '../../../shared/operation';
import { anyCanvasField } from '../../pickFields';
import { endingAtField, lengthField } from '../../series';

/** Days that Braze gives of a Canvas at most. */
const MOST_DAYS = 14;
const DAY_MS = 24 * 3600 * 1000;

export const statsFields = {
	canvas: anyCanvasField,
	length: lengthField(MOST_DAYS),
	endingAt: endingAtField,
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			deletedSteps: field.toggle({ displayName: 'Deleted Steps', description: 'Whether steps that were deleted are counted too', initial: true }),
			startingAt: field.optionalMoment({ displayName: 'Starting At', description: 'Takes the place of the length' }),
			stepBreakdown: field.toggle({ displayName: 'By Step', description: 'Whether to give the figures of each step too', initial: true }),
			variantBreakdown: field.toggle({ displayName: 'By Variant', description: 'Whether to give the figures of each variant too', initial: true }),
		},
	}),
};

type Input = InputOf<typeof statsFields>;

export function checkStats({ endingAt, more }: Input): Problem | undefined {
	if (more.startingAt === undefined) return undefined;
	const span = Date.parse(endingAt ?? new Date().toISOString()) - Date.parse(more.startingAt);
	if (span <= 0) return { displayName: 'Starting At', message: 'must be before the end' };
	return span > MOST_DAYS * DAY_MS ? { displayName: 'Starting At', message: `lies more than ${MOST_DAYS} days before the end` } : undefined;
}

/** Braze wants the end to be named; a start goes in place of the length. */
export const statsQuery = ({ canvas, length, endingAt, more }: Input): IDataObject => ({
	canvas_id: canvas,
	ending_at: endingAt ?? new Date().toISOString(),
	starting_at: more.startingAt,
	length: more.startingAt === undefined ? length : undefined,
	include_variant_breakdown: more.variantBreakdown,
	include_step_breakdown: more.stepBreakdown,
	include_deleted_step_data: more.deletedSteps,
});
