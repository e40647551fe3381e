import type { EventLine } from '../../pageTypes';

/** The calls of one n8n execution, oldest first. */
export const callsOf = (lines: readonly EventLine[], run: string): EventLine[] => lines.filter(({ kind, executionId }) => kind === 'request' && executionId === run);

/** The header says `none` where n8n gave no id. */
export const isRun = (executionId: string | undefined): executionId is string => executionId !== undefined && executionId !== 'none';
