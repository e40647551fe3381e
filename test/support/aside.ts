/* eslint-disable @n8n/community-nodes/no-restricted-imports -- bundles a file and runs it in a thread of its own */
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';

const LISTEN = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', async (input) => {
	try {
		parentPort.postMessage({ output: await aside.answer(input) });
	} catch (error) {
		parentPort.postMessage({ thrown: String(error instanceof Error ? error.stack : error) });
	}
});`;

/**
 * A file's `answer(input)` in a thread of its own, one call at a time. Code that never ends cannot hold the test up there: Jest's time-out
 * of the test ends it, so that a blow-up is found without a look at the clock.
 */
export class Aside<Input, Output> {
	private readonly worker: Worker;

	private busyWith: Input | undefined;

	constructor(file: string) {
		const { outputFiles } = buildSync({ entryPoints: [file], bundle: true, write: false, platform: 'node', format: 'iife', globalName: 'aside', footer: { js: LISTEN } });
		this.worker = new Worker(outputFiles[0].text, { eval: true });
	}

	async ask(input: Input): Promise<Output> {
		if (this.busyWith !== undefined) throw new Error('It is still at work on what a test before this one asked');
		this.busyWith = input;
		const told = await new Promise<{ output: Output; thrown?: string }>((resolve, reject) => {
			this.worker.once('message', resolve);
			this.worker.once('error', reject);
			this.worker.postMessage(input);
		});
		this.worker.removeAllListeners('error');
		this.busyWith = undefined;
		if (told.thrown !== undefined) throw new Error(told.thrown);
		return told.output;
	}

	/** Ends the thread; an input that it never got done with is told. */
	async close(): Promise<void> {
		await this.worker.terminate();
		if (this.busyWith !== undefined) throw new Error(`It was still at work on ${JSON.stringify(this.busyWith).slice(0, 2_000)}`);
	}
}
