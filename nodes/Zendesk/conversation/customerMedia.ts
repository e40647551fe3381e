import type { IDataObject } from 'n8n-workflow';
import type { Door } from '../../shared/transport/door';
import { fetchMedia } from '../files/fetchMedia';
import { uploadCall, uploadIn } from '../files/uploads';

/** What became of one picture: a file on the comment, or its link in the text; never nothing. */
export type Attached = { url: string; attached: true; token: string; name: string } | { url: string; attached: false; why: string };

async function attach(door: Door, url: string, privateHosts: string[]): Promise<Attached> {
	if (door.fetchFile === undefined) return { url, attached: false, why: 'files are fetched only while a workflow runs' };
	const media = await fetchMedia(door.fetchFile, url, privateHosts);
	if (!media.ok) return { url, attached: false, why: media.why };
	const uploaded = await door.attempt(uploadCall(media.file), 'safe');
	if (!uploaded.ok) return { url, attached: false, why: uploaded.failure.message };
	return { url, attached: true, token: uploadIn(uploaded.answer).token, name: media.file.name };
}

/** Fetches and uploads one after the other: an MMS has ten at most, and they may be large. */
export async function attachAll(door: Door, urls: string[], privateHosts: string[]): Promise<Attached[]> {
	const results: Attached[] = [];
	for (const url of urls) results.push(await attach(door, url, privateHosts));
	return results;
}

/** The customer's words, with the links that did not become files below them. Zendesk takes no empty comment: then the files are named. */
export function wordsWith(text: string, media: Attached[]): string {
	const links = media.flatMap((entry) => (entry.attached ? [] : [entry.url]));
	const whole = [text, ...links].filter((line) => line !== '').join('\n');
	if (whole !== '') return whole;
	const names = media.flatMap((entry) => (entry.attached ? [entry.name] : []));
	return `(${names.join(', ')})`;
}

/** Upload tokens are good for one use and end within the hour, so they are of no use in an item. */
export const toldMedia = (media: Attached[]): IDataObject[] =>
	media.map((entry) => (entry.attached ? { url: entry.url, attached: true, name: entry.name } : { url: entry.url, attached: false, why: entry.why }));
