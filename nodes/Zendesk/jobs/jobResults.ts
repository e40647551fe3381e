import { failed, success, type Outcome } from '../../shared/operation';
import { z } from '../../shared/schema';
import type { Failure, FailureClass } from '../../shared/transport/failure';
import { NAME } from '../api';
import type { Job } from '../shapes';

const rowShape = z
	.object({
		/** Place in the list that was sent, from 0. */
		index: z.number().optional(),
		id: z.coerce.string().optional(),
		action: z.string().optional(),
		status: z.string().optional(),
		success: z.boolean().optional(),
		error: z.string().nullish(),
		errors: z.unknown().optional(),
		details: z.unknown().optional(),
	})
	.passthrough();

export type JobRow = z.infer<typeof rowShape>;

/** The rows of a job's end; some jobs give one object for all, and those have none. */
export const rowsOf = ({ results }: Job): JobRow[] => rowShape.array().catch([]).parse(results);

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));

export const rowFailed = (row: JobRow): boolean => Boolean(row.error) || row.success === false;

const CLASSES: ReadonlyArray<[RegExp, FailureClass, string]> = [
	[/closed prevents/i, 'closed', 'A closed ticket takes nothing more: open a follow-up ticket that names it.'],
	[/conflict|safe.?update|outdated/i, 'conflict', 'Somebody changed the ticket at the same moment (a bulk update is always a safe one): send this item again.'],
	[/not.?found/i, 'notFound', 'Check the ID; a deleted ticket or user is not found either.'],
	[/permission|forbidden|not authorized|access/i, 'forbidden', 'The user that n8n acts as lacks the right to do this.'],
];

/** What Zendesk says of one row that failed, while others may have succeeded. */
export function rowFailure(row: JobRow): Failure {
	const said = [row.error, textOf(row.details), textOf(row.errors)].filter((text) => text).join(': ');
	const [, failureClass, fix] = CLASSES.find(([pattern]) => pattern.test(said)) ?? [undefined, 'invalidInput' as const, 'Correct the fields that Zendesk names.'];
	return { class: failureClass, vendor: NAME, code: row.error ?? undefined, message: `Zendesk: ${said || 'the job refused this row'}`, fix };
}

const notTold = (job: Job): Failure => ({
	class: 'unknownOutcome',
	vendor: NAME,
	message: `Zendesk's job ${job.id} ended as "${job.status}"${job.message ? ` (${job.message})` : ''} and says nothing of this item`,
	fix: 'Look in Zendesk whether it happened before you send this item again.',
});

/** One outcome for each item, from the row that `isRow` finds for it: a job may fail in part. */
export function outcomesOf<T>(job: Job, items: T[], isRow: (row: JobRow, item: T, index: number) => boolean, action: string): Outcome[] {
	const rows = rowsOf(job);
	return items.map((item, index) => {
		const row = rows.find((candidate) => isRow(candidate, item, index));
		if (row === undefined) return failed(notTold(job));
		if (rowFailed(row)) return failed(rowFailure(row));
		return success({ id: row.id === undefined ? null : Number(row.id), action, jobId: job.id });
	});
}
