/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the sandbox is a server of its own, not a node */
import type { FastifyInstance } from 'fastify';
import type { SandboxEvent } from '../../control/types';
import type { World } from '../../core/world';
import type { Tally } from '../pageTypes';
import { Teller } from '../teller';
import { judge, LOST_AFTER_MS, type ConversationTally } from './conversation';
import { chatConversation, linkOf, phoneConversations, readTickets } from './ends';
import { HandOvers } from './handOvers';

/** Events come in bursts; both ends are read once after each, and a large world takes at most a fifth of the time. */
const PAUSE_MS = 150;
const PAUSE_SHARE = 4;
const FATES_SHOWN = 400;
const OPEN_SHOWN = 50;

const EMPTY: Tally = { counted: 0, arrived: 0, underWay: 0, told: 0, lost: 0, doubled: 0, texts: [], open: [] };

/** Counts what was lost and what came twice, by reading both ends after whatever happens. Reads while a browser listens, or when asked. */
export class TallyKeeper extends Teller {
	private handOvers = new HandOvers();

	private readonly phones = new Set<string>();

	private readonly chats = new Set<string>();

	private tally: Tally = EMPTY;

	private stale = false;

	private tookMs = 0;

	private timer?: NodeJS.Timeout;

	private lateTimer?: NodeJS.Timeout;

	constructor(
		app: FastifyInstance,
		private readonly world: World,
	) {
		super();
		world.onReset(() => this.forget());
		world.events.subscribe((event) => this.heed(event));
		app.get('/_sandbox/page/tally', async () => await this.count());
		app.addHook('onClose', async () => this.stop());
	}

	now = (): Tally => {
		if (this.stale) this.soon();
		return this.tally;
	};

	private forget(): void {
		this.stop();
		this.handOvers = new HandOvers();
		this.phones.clear();
		this.chats.clear();
		this.tally = EMPTY;
		this.stale = true;
		this.changed();
	}

	private heed(event: SandboxEvent): void {
		this.handOvers.add(event);
		const { vendor, kind, customer } = event;
		if (customer !== undefined && kind !== 'request') {
			if (vendor === 'braze') this.phones.add(customer);
			if (vendor === 'messenger') this.chats.add(customer);
		}
		this.stale = true;
		if (this.heard) this.soon();
	}

	private soon(): void {
		this.timer ??= setTimeout(() => {
			this.timer = undefined;
			void this.count().then(() => this.changed());
		}, Math.max(PAUSE_MS, this.tookMs * PAUSE_SHARE)).unref();
	}

	private stop(): void {
		clearTimeout(this.timer);
		clearTimeout(this.lateTimer);
		this.timer = undefined;
		this.lateTimer = undefined;
	}

	/** Reads both ends now. */
	private async count(): Promise<Tally> {
		const { epoch } = this.world;
		const started = Date.now();
		this.stale = false;
		const heads = await readTickets(this.world);
		for (const { external_id: id } of heads) {
			const link = linkOf(id);
			if (link?.channel === 'sms') this.phones.add(link.customer);
		}
		const conversations = await phoneConversations(this.world, [...this.phones], heads);
		for (const psid of this.chats) conversations.push(await chatConversation(this.world, psid, heads));
		if (epoch !== this.world.epoch) return this.tally;
		const judged = conversations.map((conversation) => judge(conversation, this.handOvers, Date.now()));
		const sum = (figure: Exclude<keyof ConversationTally, 'fates' | 'open'>): number => judged.reduce((total, one) => total + one[figure], 0);
		this.tally = {
			counted: sum('counted'), arrived: sum('arrived'), underWay: sum('underWay'), told: sum('told'), lost: sum('lost'), doubled: sum('doubled'),
			texts: judged.flatMap(({ fates }) => fates).slice(-FATES_SHOWN),
			open: judged.flatMap(({ open }) => open).slice(-OPEN_SHOWN),
		};
		this.tookMs = Date.now() - started;
		this.lookAgainLater();
		return this.tally;
	}

	/** What is under way becomes lost without any event. */
	private lookAgainLater(): void {
		clearTimeout(this.lateTimer);
		if (this.tally.underWay > 0) this.lateTimer = setTimeout(() => this.soon(), LOST_AFTER_MS / 4).unref();
	}
}
