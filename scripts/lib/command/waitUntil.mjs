import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until the answer is there. An error of `ask` that stands at the end is told as the reason.
 * @template T
 * @param {() => T | Promise<T>} ask anything but undefined, null and false is an answer
 * @param {{ what: string, timeoutMs: number, pause?: () => Promise<unknown> }} options `pause`: what to wait for between two questions (100 ms when absent)
 * @returns {Promise<NonNullable<T>>}
 */
export async function waitUntil(ask, { what, timeoutMs, pause = () => sleep(100) }) {
	const deadline = Date.now() + timeoutMs;
	let reason = '';
	for (;;) {
		try {
			const answer = await ask();
			if (answer !== undefined && answer !== null && answer !== false) return answer;
			reason = '';
		} catch (error) {
			reason = `: ${error.message}`;
		}
		if (Date.now() > deadline) throw new Error(`waited ${timeoutMs / 1000} s for ${what}${reason}`);
		await pause();
	}
}
