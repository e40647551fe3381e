/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- the sandbox is a server of its own, not a node */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { World } from '../core/world';
import { eventLine } from './eventLine';
import type { EventLine } from './pageTypes';

/** Proxies and browsers give a silent connection up after a minute or so. */
const HEARTBEAT_MS = 15_000;
/** So few that the page has read one message in a millisecond or two. */
const LINES_IN_ONE = 250;
/** What happens together goes out together, ms. */
const GATHER_MS = 50;

/** Something else that the page is told at once, and again whenever it changes: the tally, where n8n is. */
export interface Topic {
	name: string;
	now: () => unknown;
	/** Returns the function that ends the subscription. */
	subscribe: (changed: () => void) => () => void;
}

/** One browser that listens. Ids are `<run of the server>.<count of resets>.<event id>`, as event ids begin anew with both. */
class Listener {
	private waiting: EventLine[] = [];

	private flushing = false;

	/** Of what was written last, and of what waits: a reset makes them differ. */
	private epoch = -1;

	private waitingEpoch: number;

	/** Topics that could not be told yet; only what they are in the end is worth telling. */
	private readonly untold = new Map<string, () => unknown>();

	constructor(
		private readonly raw: ServerResponse,
		private readonly world: World,
		private readonly run: string,
	) {
		this.waitingEpoch = world.epoch;
	}

	/** From where this browser's last connection broke off, else from the start. */
	resume(lastEventId: string | undefined): void {
		const [run, epoch, id] = (lastEventId ?? '').split('.');
		const same = run === this.run && Number(epoch) === this.world.epoch && Number.isInteger(Number(id));
		if (same) this.epoch = this.world.epoch;
		for (const event of this.world.events.after(same ? Number(id) : 0).events) this.waiting.push(eventLine(event));
		this.flush();
	}

	push(line: EventLine): void {
		this.forgetOld();
		this.waiting.push(line);
		this.flushSoon();
	}

	flushSoon(): void {
		if (this.flushing) return;
		this.flushing = true;
		setTimeout(() => this.flush(), GATHER_MS);
	}

	tell(name: string, now: () => unknown): void {
		this.untold.set(name, now);
		if (this.raw.writableNeedDrain) this.flushSoon();
		else this.tellAll();
	}

	private tellAll(): void {
		for (const [name, now] of this.untold) this.raw.write(`event: ${name}\ndata: ${JSON.stringify(now())}\n\n`);
		this.untold.clear();
	}

	/** What still waits from before a reset must not come after it. */
	private forgetOld(): void {
		if (this.waitingEpoch === this.world.epoch) return;
		this.waitingEpoch = this.world.epoch;
		this.waiting = [];
	}

	private flush(): void {
		// A browser that takes nothing (a tab put to sleep) must not fill our memory with messages.
		if (this.raw.writableNeedDrain) {
			this.raw.once('drain', () => this.flush());
			return;
		}
		this.flushing = false;
		this.forgetOld();
		if (this.epoch !== this.world.epoch) {
			this.epoch = this.world.epoch;
			this.raw.write(`id: ${this.run}.${this.epoch}.0\nevent: reset\ndata: {}\n\n`);
		}
		while (this.waiting.length > 0) {
			const lines = this.waiting.splice(0, LINES_IN_ONE);
			this.raw.write(`id: ${this.run}.${this.epoch}.${lines[lines.length - 1].id}\nevent: lines\ndata: ${JSON.stringify(lines)}\n\n`);
		}
		this.tellAll();
	}

	beat(): void {
		if (!this.raw.writableNeedDrain) this.raw.write(': still here\n\n');
	}
}

/** `GET /_sandbox/stream`: server-sent events. `reset` (forget all), `lines` (a list of {@link EventLine}), and the topics. Resumes after `Last-Event-ID`. */
export function registerStream(app: FastifyInstance, world: World, topics: Topic[]): void {
	const run = randomUUID().slice(0, 8);
	const listeners = new Set<Listener>();
	// A reset that seeds no event must empty the browsers too.
	world.onReset(() => {
		for (const listener of listeners) listener.flushSoon();
	});
	app.get('/_sandbox/stream', (request, reply) => {
		reply.hijack();
		const { raw } = reply;
		raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', connection: 'keep-alive' });
		const listener = new Listener(raw, world, run);
		const last = request.headers['last-event-id'];
		listener.resume(typeof last === 'string' ? last : undefined);
		listeners.add(listener);
		const ends = [() => listeners.delete(listener), world.events.subscribe((event) => listener.push(eventLine(event)))];
		for (const { name, now, subscribe } of topics) {
			listener.tell(name, now);
			ends.push(subscribe(() => listener.tell(name, now)));
		}
		const heart = setInterval(() => listener.beat(), HEARTBEAT_MS);
		raw.on('close', () => {
			clearInterval(heart);
			for (const end of ends) end();
		});
	});
}
