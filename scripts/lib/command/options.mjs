// Not by name: see disk.mjs.
import * as util from 'node:util';
import { Failure } from './failure.mjs';

/**
 * The options after `--` on the npm command line. An unknown one is refused with the list of those that there are.
 * @template {Record<string, { type: 'string' | 'boolean', multiple?: boolean, default?: string }>} T
 * @param {T} options
 * @param {string} usage
 */
export function readOptions(options, usage) {
	try {
		return util.parseArgs({ options, strict: true, allowPositionals: false }).values;
	} catch (error) {
		throw new Failure(error.message.split('. ')[0], `Usage: ${usage}`);
	}
}

/** @param {string} text @param {string} option */
export function portNumber(text, option) {
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new Failure(`${option} takes a port between 1 and 65535, not "${text}"`, `For instance: ${option} 5678`);
}
