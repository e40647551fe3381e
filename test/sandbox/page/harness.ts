/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- tests run servers and a browser of their own */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import type { EventLine } from '../../../sandbox/page/pageTypes';

const ROOT = join(__dirname, '..', '..', '..');

/** The page as `npm run sandbox` builds it. */
export async function buildPage(): Promise<void> {
	await promisify(execFile)(process.execPath, [join(ROOT, 'scripts', 'buildPage.mjs')], { cwd: ROOT });
}

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

export const chromiumPath = PLACES.find((path) => path !== undefined && existsSync(path));

/** Where all checks run nothing is left out: a missing browser is a failure there. A machine without one leaves these tests out, and says so. */
export const describeInBrowser = chromiumPath === undefined && process.env.CI === undefined ? describe.skip : describe;

/** The system's Chromium, headless; it calls nobody by itself. */
export async function openBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: chromiumPath, headless: true, args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--force-color-profile=srgb'] });
}

export interface Message {
	id: string;
	event: string;
	data: string;
}

/** A plain client of server-sent events: keeps all messages, waits for what is looked for. */
export class StreamClient {
	readonly messages: Message[] = [];

	private waiting: Array<() => void> = [];

	private text = '';

	private readonly call;

	private answer?: IncomingMessage;

	readonly opened: Promise<number>;

	constructor(url: string, lastEventId?: string) {
		this.call = request(url, { headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId } });
		this.opened = new Promise((resolve, reject) => {
			this.call.on('response', (response) => {
				resolve(response.statusCode ?? 0);
				this.answer = response;
				response.setEncoding('utf8').on('data', (chunk: string) => this.take(chunk));
				response.on('error', () => undefined);
			});
			this.call.on('error', reject);
		});
		this.opened.catch(() => undefined);
		this.call.end();
	}

	private take(chunk: string): void {
		this.text += chunk;
		const parts = this.text.split('\n\n');
		this.text = parts.pop() ?? '';
		for (const part of parts) {
			const field = (name: string): string => part.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
			if (field('event') !== '') this.messages.push({ id: field('id'), event: field('event'), data: field('data') });
		}
		for (const wake of this.waiting.splice(0)) wake();
	}

	/** The lines since the last reset, in order. */
	get lines(): EventLine[] {
		const from = this.messages.map(({ event }) => event).lastIndexOf('reset');
		return this.messages.slice(from + 1).flatMap(({ event, data }) => (event === 'lines' ? (JSON.parse(data) as EventLine[]) : []));
	}

	/** The last id that a browser would send again. */
	get lastEventId(): string {
		return this.messages.filter(({ id }) => id !== '').pop()?.id ?? '';
	}

	/** Takes nothing more, as a tab that is asleep. */
	pause(): void {
		this.answer?.pause();
	}

	resume(): void {
		this.answer?.resume();
	}

	/** Resolves once `isThere` holds; Jest's own time limit ends a vain wait. */
	async until(isThere: () => boolean): Promise<void> {
		while (!isThere()) await new Promise<void>((resolve) => this.waiting.push(resolve));
	}

	close(): void {
		this.call.on('error', () => undefined);
		this.call.destroy();
	}
}
