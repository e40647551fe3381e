import { invalid, missing, SendbirdError } from '../sendbird/errors';
import { userIdsOf } from './csv';
import { reachable } from './inbox';
import { RULES } from './rules';
import type { NotificationsState } from './state';

export type Mode = 'realtime' | 'batch' | 'single' | 'multi' | 'auto';

/** The way a send takes: at once, or through the queue. */
export interface Route {
	mode: Exclude<Mode, 'auto'>;
	queued: boolean;
}

const MOST: Record<Exclude<Mode, 'auto'>, number> = { realtime: 1, single: 10, batch: 10_000, multi: 10_000 };
const MOST_IN_FILE = 100_000;

/** What the mode means for this many targets; more than it takes are refused with 400111. */
export function routeOf(mode: Mode, count: number, fromFile: boolean): Route {
	const chosen = mode === 'auto' ? (count <= MOST.single && !fromFile ? 'single' : 'multi') : mode;
	if (fromFile && chosen !== 'batch') throw invalid('Invalid value: "targets_filename". It needs the mode batch.', RULES.modeBatch);
	const most = fromFile ? MOST_IN_FILE : MOST[chosen];
	if (count > most) throw invalid(`Invalid value: "targets". The mode ${chosen} takes ${most} at most, not ${count}.`, RULES.tooMany);
	return { mode: chosen, queued: chosen === 'batch' || chosen === 'multi' };
}

function fromFile(state: NotificationsState, key: string): string[] {
	const file = state.files.get(key);
	if (file === undefined) throw new SendbirdError('400201', RULES.fileMissing, `Targets file "${key}" not found.`);
	const ids = userIdsOf(file.csv);
	if (ids.length === 0) throw invalid(`Invalid value: "targets_filename". The file "${key}" holds no user id.`, RULES.fileRows);
	return ids;
}

/** The targets of a request, each once. */
export function readTargets(state: NotificationsState, targets: string[] | undefined, filename: string | undefined): string[] {
	if (targets !== undefined && filename !== undefined) throw new SendbirdError('400920', RULES.targetsBoth);
	if (filename !== undefined) return [...new Set(fromFile(state, filename))];
	if (targets === undefined) throw missing('targets');
	if (targets.length === 0) throw invalid('Invalid value: "targets". The list is empty.');
	const unique = [...new Set(targets)];
	if (unique.length < targets.length) state.note(`${targets.length - unique.length} target(s) are named more than once`, RULES.targetTwice);
	return unique;
}

/** Those who are no active users; refused where the mode or the settings say so. */
export function checkTargets(state: NotificationsState, targets: string[], { mode, queued }: Route): string[] {
	const strangers = targets.filter((id) => !reachable(state, id));
	if (strangers.length === 0) return [];
	const refused = queued ? state.application.settings.unknownTargets === 'refuse' : mode === 'realtime' || strangers.length === targets.length;
	if (!refused) return strangers;
	const [id] = strangers;
	if (state.application.users.has(id)) state.application.activeUser(id);
	throw new SendbirdError(state.application.settings.userMissingCode, RULES.targetUnknown, `User "${id}" not found.`);
}
