import type { IBinaryKeyData, IDataObject, INodeParameters, INodeType } from 'n8n-workflow';
import type { Operation, Resources } from '../../nodes/shared/operation';
import type { SandboxEvent } from '../../sandbox/control/types';
import type { CredentialData } from './credentialStore';
import { runNode } from './engine';

/** What a run of the node came to: the items' JSON by output, and the item that each belongs to. */
export interface Told {
	good: IDataObject[];
	bad: IDataObject[];
	places: { good: unknown[]; bad: unknown[] };
}

interface Under {
	nodeType: () => INodeType;
	resources: Resources;
	/** Asked before each run, since a sandbox that was reset knows no token of before. */
	credentials: () => CredentialData;
	/** What happened in the sandbox after this event. */
	eventsAfter: (id: number) => SandboxEvent[];
	/** One, or all hosts that the node calls. */
	vendor: SandboxEvent['vendor'] | Array<SandboxEvent['vendor']>;
	/** Calls that are not the operation's: a sign-in, the storage behind an upload. */
	beside?: RegExp;
	/** What stands before each path and in no declaration: a version. */
	prefix?: RegExp;
}

interface Given {
	files?: IBinaryKeyData[];
	credentials?: CredentialData;
}

/** One vendor's node against its sandbox. Every run is held to the endpoints that its operation declares. */
export class Driver {
	/** `resource.operation` of all that had a success. */
	readonly succeeded = new Set<string>();

	/** `METHOD /path` of the last run, in order. */
	called: string[] = [];

	private seen = 0;

	constructor(private readonly under: Under) {}

	/** To be called when the sandbox was reset: its events count from 1 again. */
	forget(): void {
		this.seen = 0;
		this.succeeded.clear();
	}

	async run(name: string, parameters: INodeParameters = {}, items: IDataObject[] = [{}], given: Given = {}): Promise<Told> {
		const [resource, operation] = name.split('.');
		this.readEvents();
		const { main, error } = await runNode({
			nodeType: this.under.nodeType(),
			parameters: { resource, operation, ...parameters },
			items,
			credentials: this.under.credentials(),
			settings: { onError: 'continueErrorOutput' },
			...given,
		});
		if (error !== undefined) throw error;
		this.called = this.readEvents();
		expect(undeclared(this.under.resources[resource].operations[operation], this.called)).toEqual([]);
		const [good = [], bad = []] = main;
		if (bad.length < items.length && this.called.length > 0) this.succeeded.add(name);
		const placesOf = (output: typeof good) => output.map(({ pairedItem }) => Object(pairedItem).item);
		return { good: good.map(({ json }) => json), bad: bad.map(({ json }) => json), places: { good: placesOf(good), bad: placesOf(bad) } };
	}

	/** All that came out, none of it a failure. */
	async all(name: string, parameters?: INodeParameters, items?: IDataObject[], given?: Given): Promise<IDataObject[]> {
		const { good, bad } = await this.run(name, parameters, items, given);
		expect(bad).toEqual([]);
		return good;
	}

	/** The one item that came out. */
	async one(name: string, parameters?: INodeParameters, items?: IDataObject[], given?: Given): Promise<IDataObject> {
		const good = await this.all(name, parameters, items, given);
		expect(good).toHaveLength(1);
		return good[0];
	}

	/** The failure of the only item. */
	async failure(name: string, parameters?: INodeParameters): Promise<IDataObject> {
		const { good, bad } = await this.run(name, parameters);
		expect({ good, bad: bad.length }).toEqual({ good: [], bad: 1 });
		return Object(bad[0].error);
	}

	private readEvents(): string[] {
		const { eventsAfter, beside, prefix = '' } = this.under;
		const vendors = [this.under.vendor].flat();
		const events = eventsAfter(this.seen);
		this.seen = events.at(-1)?.id ?? this.seen;
		return events
			.flatMap(({ vendor, kind, request }) => (vendors.includes(vendor) && kind === 'request' && request !== undefined ? [request] : []))
			.filter(({ path }) => beside?.test(path) !== true)
			.map(({ method, path }) => `${method} ${path.replace(/\?.*$/, '').replace(prefix, '')}`);
	}
}

/** The docs' tables are made of what operations declare, so each may call only what it declares. */
function undeclared({ about }: Operation, called: string[]): string[] {
	const patterns = (about.calls ?? []).map((call) => new RegExp(`^${call.replace(/\{\w+\}/g, '[^/]+')}$`));
	return [...new Set(called.filter((call) => !patterns.some((pattern) => pattern.test(call))))];
}

/** What an operation does in the sandbox, and how its effect is read back. */
export type Drive<Sandbox> = (node: Driver, sandbox: Sandbox) => Promise<void>;

/** A resource's drives, each by its operation. */
export type Drives<Sandbox> = Record<string, Drive<Sandbox>>;

interface Every<Sandbox> {
	resources: Resources;
	drives: Record<string, Drives<Sandbox>>;
	/** A fresh world. */
	begin: () => Promise<{ node: Driver; sandbox: Sandbox }>;
}

/** A test for each operation of each resource; one that is not driven, or not with success, fails. */
export function driveEvery<Sandbox>({ resources, drives, begin }: Every<Sandbox>): void {
	const operationsOf = (all: Record<string, object>) => Object.entries(all).flatMap(([resource, operations]) => Object.keys(operations).map((operation) => `${resource}.${operation}`)).sort();

	it('every operation of every resource is driven', () => {
		const declared = Object.fromEntries(Object.entries(resources).map(([resource, { operations }]) => [resource, operations]));
		expect(operationsOf(drives)).toEqual(operationsOf(declared));
	});

	describe.each(Object.entries(drives))('%s', (resource, operations) => {
		it.each(Object.entries(operations))('%s', async (operation, drive) => {
			const { node, sandbox } = await begin();
			await drive(node, sandbox);
			expect([...node.succeeded]).toContain(`${resource}.${operation}`);
		});
	});
}

/** As n8n's form keeps a choice from a list. */
export const byId = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });

/** As n8n's form keeps rows. */
export const rows = (...all: INodeParameters[]): INodeParameters => ({ rows: all });

/** As n8n's form keeps a mapper's values. */
export const mapped = (value: IDataObject): INodeParameters =>
	({
		mappingMode: 'defineBelow',
		value,
		schema: Object.keys(value).map((id) => ({ id, displayName: id, type: 'string', required: false, defaultMatch: false, display: true })),
	}) as INodeParameters;
