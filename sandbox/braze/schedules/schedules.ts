/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a scheduled message goes out by the real clock */
import type { FastifyRequest } from 'fastify';
import { HOUR_MS } from '../figures/days';
import type { JsonObject } from '../json';
import type { Profile } from '../users/profile';
import type { When } from './when';

/** What a schedule does once it is due. */
export interface Job {
	/** For the log. */
	name: string;
	/** Asked when a time is due: who is in the audience then, not when the schedule was made. */
	audience: () => Profile[];
	/** `at`: when it was due, ms since 1970; in the past after the world was aged. */
	send: (profile: Profile, at: number) => Promise<void>;
	/** The same sending with other messages; only where messages come with the call. Throws Braze's 400. */
	rewrite?: (messages: JsonObject, request: FastifyRequest) => Job;
}

export interface Schedule {
	id: string;
	kind: 'messages' | 'campaign' | 'canvas';
	/** The campaign or Canvas; messages may have none. */
	ownerId?: string;
	when: When;
	job: Job;
	/** ms since 1970 */
	createdAt: number;
	/** Times up to here were seen to. */
	seenTo: number;
	/** Everybody it went to. */
	readonly handled: Set<Profile>;
	done: boolean;
}

export class Schedules {
	private all: Schedule[] = [];

	private alarm?: NodeJS.Timeout;

	clear(): void {
		this.all = [];
		clearTimeout(this.alarm);
	}

	add(schedule: Omit<Schedule, 'createdAt' | 'seenTo' | 'handled' | 'done'>): void {
		this.all.push({ ...schedule, createdAt: Date.now(), seenTo: -Infinity, handled: new Set(), done: false });
	}

	find(id: string): Schedule | undefined {
		return this.all.find((schedule) => schedule.id === id);
	}

	remove({ id }: Schedule): void {
		this.all = this.all.filter((schedule) => schedule.id !== id);
	}

	pending(): Schedule[] {
		return this.all.filter(({ done }) => !done);
	}

	age(ms: number): void {
		for (const schedule of this.all) {
			schedule.when = { ...schedule.when, at: schedule.when.at - ms };
			schedule.createdAt -= ms;
			schedule.seenTo -= ms;
		}
	}

	/** Runs once at this time, in place of what was to run before. Woken at least every hour: a timer holds no more than 24 days. */
	wakeAt(at: number | undefined, run: () => void): void {
		clearTimeout(this.alarm);
		if (at === undefined) return;
		this.alarm = setTimeout(run, Math.min(Math.max(0, at - Date.now()), HOUR_MS));
		this.alarm.unref();
	}
}
