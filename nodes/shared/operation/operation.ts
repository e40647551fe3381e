import type { IDataObject } from 'n8n-workflow';
import type { Answer, Call, RetryPolicy } from '../transport/call';
import type { Door } from '../transport/door';
import type { Failure } from '../transport/failure';
import type { Vendor } from '../transport/vendor';
import type { FieldSet, InputOf } from './field';
import type { Outcome } from './outcome';

/** What is wrong with the fields together, told as one field's. */
export interface Problem {
	displayName: string;
	message: string;
}

/** What every operation says about itself. */
export interface About<F extends FieldSet> {
	/** As the vendor's dashboard or documentation names it. */
	name: string;
	/** "Create a ticket": what the node's card says. */
	action: string;
	description: string;
	/** The vendor's documentation of what is called. */
	documentation: string;
	/** Every endpoint that it may call, `POST /users/track`, in the vendor's own spelling with `{names}` for what changes: the tables in docs/ are made of it. */
	calls?: readonly string[];
	/** Calls in flight at once for one run of the node, where the vendor sets another limit here than elsewhere. */
	parallel?: number;
	fields: F;
	/** What no single field can see: a field that another one makes necessary. */
	check?: (input: InputOf<F>) => Problem | undefined;
	retry: RetryPolicy;
	/** Deletes, or reaches people beyond the given items: refuses to run as an AI tool unless the node's switch allows it. */
	dangerous?: 'deletes' | 'broadcasts';
}

/** Lists that come in pages. */
export interface Paging<F extends FieldSet> {
	/** The next page's call, or undefined after the last. */
	next: (call: Call, answer: Answer, input: InputOf<F>) => Call | undefined;
	/** How many rows the user wants; all when absent. See `limitFields`. */
	most?: (input: InputOf<F>) => number | undefined;
}

/** Jobs that answer later. */
export interface Polling {
	/** The call that asks for the job's state, from the first answer. */
	ask: (answer: Answer) => Call;
	isDone: (answer: Answer) => boolean;
	everyMs: number;
	/** After this many ms the outcome is reported as unknown. */
	longestMs: number;
}

/** One call an item. */
export interface CallOperation<F extends FieldSet> extends About<F> {
	request: (input: InputOf<F>) => Call;
	/** A failure that only this operation can see in an answer that the vendor calls a success. */
	classify?: (answer: Answer, input: InputOf<F>) => Failure | undefined;
	outcome: (answer: Answer, input: InputOf<F>) => IDataObject | IDataObject[];
	page?: Paging<F>;
	poll?: Polling;
}

/** How items come together in a call. */
interface Batched<F extends FieldSet> extends About<F> {
	batch: {
		/** The vendor's limit of objects a call. */
		size: number | ((input: InputOf<F>) => number);
		/** Items with different keys never share a call (another campaign, other common values). */
		together?: (input: InputOf<F>) => string;
		/** At most one item of a kind in a call, where the vendor would merge them (two messages for one user). */
		alone?: (input: InputOf<F>) => string;
		/** A call waits for the earlier ones that hold an item of the same key: two values for one profile keep their order, while others go side by side. */
		inTurn?: (input: InputOf<F>) => string;
	};
}

/** Many items a call. */
export interface BatchOperation<F extends FieldSet> extends Batched<F> {
	/** Where the safety of a repeat depends on what is in the call. */
	retryFor?: (inputs: Array<InputOf<F>>) => RetryPolicy;
	request: (inputs: Array<InputOf<F>>) => Call;
	/** Where the call only starts a job: its end is what `outcomes` reads. */
	poll?: Polling;
	/** One outcome for each input, in their order. */
	outcomes: (answer: Answer, inputs: Array<InputOf<F>>) => Outcome[];
}

/** Many items in one short readable story of several calls (upload a file of them, then send to it). */
export interface BatchStoryOperation<F extends FieldSet> extends Batched<F> {
	/** One outcome for each input, in their order. */
	story: (inputs: Array<InputOf<F>>, door: Door) => Promise<Outcome[]>;
}

/** A short readable story of several calls for one item. */
export interface StoryOperation<F extends FieldSet> extends About<F> {
	story: (input: InputOf<F>, door: Door) => Promise<IDataObject | IDataObject[]>;
	/** Stories with the same key run one after the other, in this process. */
	inTurn?: (input: InputOf<F>) => string;
}

/** The raw values of the operation's fields for one item, or why an expression in one of them failed. */
export type RawValues = { ok: true; values: Record<string, unknown> } | { ok: false; failure: Failure };

/** An item as the runner hands it over. Its fields are read when its turn comes, so that the first calls leave before the last item is read. */
export interface Entry {
	index: number;
	read: () => RawValues;
}

/** A declaration, made runnable. Its input types are closed over, so that different operations fit one record. */
export interface Operation {
	about: Omit<About<FieldSet>, 'check'>;
	/** For the generated tables: how many items share a call, and whether it pages or polls. */
	traits: { batchSize: number | 'varies' | undefined; pages: boolean; polls: boolean; calls: 'one' | 'batch' | 'story' };
	/** One outcome for each entry, in their order; never throws for what happens to an item. */
	run(entries: Entry[], door: Door): Promise<Outcome[]>;
}

export type Operations = Record<string, Operation>;

/** A noun of the vendor and what can be done with it. */
export interface Resource {
	name: string;
	operations: Operations;
	/** Where this noun lives behind another host and credential of the vendor than the node's other nouns. */
	vendor?: Vendor;
}

export type Resources = Record<string, Resource>;
