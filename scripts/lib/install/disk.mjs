// Not by name: an old Node lacks it and could not even load this file, so nobody would hear which Node is needed.
import * as files from 'node:fs/promises';
import { Failure } from '../command/failure.mjs';

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

/** Below that nothing has been unpacked yet, and others who use the disk make more difference. */
const NOTHING_GB = 0.05;

/**
 * How far an install is, `1.2 of about 3 GB`. The disk's free space is the one cheap measure: npm tells no progress, and counting 300,000 files would slow it down.
 * @param {string} folder
 * @param {number} before bytes that were free
 * @param {number} expectedGb
 */
export async function usedSince(folder, before, expectedGb) {
	const used = (before - (await freeBytes(folder))) / GB;
	return used < NOTHING_GB ? 'npm looks up what is needed' : `${used.toFixed(1)} of about ${expectedGb} GB`;
}
