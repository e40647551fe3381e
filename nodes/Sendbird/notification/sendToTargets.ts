import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../shared/operation';
import type { Door } from '../../shared/transport/door';
import type { Failure } from '../../shared/transport/failure';
import { NOTIFICATIONS } from '../api';
import { meaningOf } from '../errorCodes';
import { summaryOf } from './answer';
import { modeOf } from './mode';
import { blamed, leftOut, partlyFailed, type Complaint } from './namedTargets';

/** Refused calls that name a few users each end somewhere. */
const MOST_ROUNDS = 10;

const UNKNOWN_USER = '400301';

function complained(userId: string, status: number, { code, message }: Complaint): Outcome {
	const meaning = meaningOf(code ?? UNKNOWN_USER);
	return failed({
		class: meaning?.class ?? 'notFound',
		vendor: NOTIFICATIONS,
		status,
		code,
		message: `${NOTIFICATIONS}: ${userId} was not notified: ${message}`,
		fix: `${meaning?.fix ?? ''} The others of its call were taken.`.trim(),
	});
}

interface Taken {
	/** Those of its targets that were left out. */
	out: Map<string, Complaint>;
	status: number;
	answer: IDataObject;
}

/** One outcome an input of a call that Sendbird took, be it in part. */
const takenOutcomes = (inputs: Target[], { out, status, answer }: Taken): Outcome[] =>
	inputs.map(({ userId, templateKey }) => {
		const complaint = out.get(userId);
		return complaint === undefined ? success({ userId, templateKey, status: 'QUEUED', targets: inputs.length - out.size, answer }) : complained(userId, status, complaint);
	});

/** A call that failed in part is an error in Sendbird's words, and must not go out again. */
function partlyTaken(failure: Failure, known: ReadonlySet<string>): Taken | undefined {
	const out = partlyFailed(failure, known);
	return out && { out, status: failure.status ?? 207, answer: {} };
}

interface Target {
	userId: string;
	templateKey: string;
}

/**
 * One call for all targets, each with its own outcome. Where Sendbird refuses the whole call and names who is to blame, nobody was notified:
 * the others go out in a call of their own.
 */
export async function sendToTargets<T extends Target>(door: Door, inputs: T[], bodyOf: (inputs: T[]) => object): Promise<Outcome[]> {
	const outcomes = new Array<Outcome | undefined>(inputs.length).fill(undefined);
	/** Places of those who have no outcome yet. */
	let open = [...inputs.keys()];
	for (let round = 1; open.length > 0; round++) {
		const sent = open.map((place) => inputs[place]);
		const targets = sent.map(({ userId }) => userId);
		const body = { ...bodyOf(sent), targets, mode: modeOf(door, 'batch', targets.length) };
		const result = await door.attempt({ method: 'POST', path: door.account?.sendPath ?? '', body }, 'onlyIfNothingHappened');
		const known = new Set(targets);
		const taken = result.ok ? { out: leftOut(result.answer, known), status: result.answer.status, answer: summaryOf(result.answer) } : partlyTaken(result.failure, known);
		if (taken !== undefined) {
			const told = takenOutcomes(sent, taken);
			for (const [at, place] of open.entries()) outcomes[place] = told[at];
		}
		if (result.ok || taken !== undefined) break;
		const { failure } = result;
		const bad = round < MOST_ROUNDS ? blamed(failure, known) : new Set<string>();
		// Nobody is named, or all are: the failure is everybody's.
		for (const place of open) if (bad.size === 0 || bad.has(inputs[place].userId)) outcomes[place] = failed(failure);
		open = bad.size === 0 ? [] : open.filter((place) => !bad.has(inputs[place].userId));
	}
	return inputs.map((input, place) => outcomes[place] ?? failed({ class: 'unknownOutcome', vendor: NOTIFICATIONS, message: `${NOTIFICATIONS}: what became of ${input.userId} is not known`, fix: 'Look in the Dashboard under Business Messaging > Logs before you send this item again.' }));
}
