import type { IDataObject } from 'n8n-workflow';
import { field } from '../../../shared/operation';
import { hasEnded } from '../../jobs/job';
import { rowFailed, rowFailure, rowsOf } from '../../jobs/jobResults';
import type { Job } from '../../shapes';

export const jobIdField = field.requiredId({ displayName: 'Job ID', description: 'What Zendesk named when it took the job; it forgets jobs after about a day', placeholder: '82de0b044094f0c67893ac9fe64f1a99' });

/** The job, and beside Zendesk's own rows which of them failed and why. */
export function toldJob(job: Job): IDataObject {
	const rows = rowsOf(job);
	const failures = rows.filter(rowFailed).map((row) => ({ index: row.index ?? null, id: row.id ?? null, ...rowFailure(row) }));
	return { ...job, ended: hasEnded(job), succeeded: rows.length - failures.length, failed: failures.length, failures } as IDataObject;
}
