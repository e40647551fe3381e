// Not by name: an old Node lacks it and could not even load this file, so nobody would hear which Node is needed.
import * as files from 'node:fs/promises';
import { Failure } from './failure.mjs';

const GB = 1e9;

/** Bytes that are free where this folder is. */
export const freeBytes = async (folder) => {
	const { bavail, bsize } = await files.statfs(folder);
	return bavail * bsize;
};

/**
 * @param {string} folder
 * @param {number} bytes
 * @param {{ what: string, wayOut: string }} words `what`: who needs them
 * @returns {Promise<number>} what is free
 */
export async function needDisk(folder, bytes, { what, wayOut }) {
	const free = await freeBytes(folder);
	if (free < bytes) throw new Failure(`The disk under ${folder} has ${(free / GB).toFixed(1)} GB left; ${what} needs ${(bytes / GB).toFixed(1)} GB`, wayOut);
	return free;
}
