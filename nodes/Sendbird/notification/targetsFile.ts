import { randomBytes } from 'crypto';
import { sleep } from 'n8n-workflow';
import { z } from '../../shared/schema';
import { path } from '../../shared/transport/call';
import type { Door } from '../../shared/transport/door';
import { FailureError, type Failure } from '../../shared/transport/failure';
import { multipart } from '../../shared/transport/multipart';
import { readThrown } from '../../shared/transport/networkError';
import { NOTIFICATIONS } from '../api';

/** ms for a file of 100,000 ids. */
const PATIENCE_MS = 120_000;
const MOST_TRIES = 3;
const FIRST_WAIT_MS = 500;

/** The form that the storage behind Sendbird wants: every field, then the file. */
const presigned = z.object({
	url: z.string().url('its "url" is no web address'),
	fields: z.record(z.coerce.string()).default({}),
	file_key: z.string().optional(),
});

/** A value of a CSV line: quoted where it must be. */
const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);

/** One user ID a line. Sendbird speaks of a CSV of user IDs and shows none, so a first line is added on request only. */
export const targetsCsv = (userIds: readonly string[], header?: string): string => [...(header === undefined ? [] : [header]), ...userIds.map(cell)].join('\n') + '\n';

const notUploaded = (why: string, status?: number): Failure => ({
	class: 'unavailable',
	vendor: NOTIFICATIONS,
	status,
	message: `The file of targets could not be uploaded to Sendbird's storage: ${why}`,
	fix: 'Nobody was notified; try again later, and check that n8n may reach the storage\'s host.',
});

/** Another host than Sendbird's, without the token. The same file under the same key may be sent twice. */
async function put(door: Door, url: string, fields: Record<string, string>, csv: string): Promise<Failure | undefined> {
	if (door.plain === undefined) return notUploaded('this runs outside of an execution');
	const { headers, body } = multipart(fields, { file: { fileName: 'targets.csv', mimeType: 'text/csv', bytes: Buffer.from(csv) } });
	let failure: Failure | undefined;
	for (let next = 1; next <= MOST_TRIES; next++) {
		if (next > 1) await sleep(FIRST_WAIT_MS * 2 ** (next - 2));
		try {
			const { status } = await door.plain({ method: 'POST', url, headers, body: body.toString('utf8'), timeout: PATIENCE_MS });
			if (status >= 200 && status < 300) return undefined;
			failure = notUploaded(`HTTP ${status}`, status);
			// Another try would be refused for the same reason.
			if (status < 500 && status !== 429) return failure;
		} catch (error) {
			const { code, message, final } = readThrown(error);
			failure = notUploaded(code ?? message);
			if (final) return failure;
		}
	}
	return failure;
}

/** Uploads the ids under a fresh key, which a send then names; a presigned URL holds for one file. */
export async function uploadTargets(door: Door, userIds: readonly string[], { prefix, header }: { prefix: string; header?: string }): Promise<string> {
	const fileKey = `${prefix}-${randomBytes(9).toString('hex')}`;
	const call = { method: 'POST', path: path`/v1/storage/targets_files/${fileKey}/presigned_urls`, body: { overwrite_duplicate_key: false } } as const;
	const { url, fields, file_key: given } = presigned.parse((await door.send(call, 'safe')).body);
	const failure = await put(door, url, fields, targetsCsv(userIds, header));
	if (failure !== undefined) throw new FailureError(failure);
	return given ?? fileKey;
}
