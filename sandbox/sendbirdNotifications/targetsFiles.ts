import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { decidedBy, endpoint, type Host } from '../sendbird/endpoint';
import { SendbirdError } from '../sendbird/errors';
import { newId } from '../sendbird/ids';
import { pageOf, pageQuery } from '../sendbird/paging';
import { readBody } from '../sendbird/body';
import { RULES } from './rules';
import type { NotificationsState } from './state';

const HOUR = 3_600_000;

const xml = (code: string, message: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;

/** The form fields that a presigned upload must carry. */
function formFields(state: NotificationsState, id: string, fileKey: string): Record<string, string> {
	const policy = Buffer.from(JSON.stringify({ expiration: new Date(Date.now() + HOUR).toISOString(), key: fileKey })).toString('base64');
	return {
		key: `${state.application.appId}/targets_files/${fileKey}`,
		'x-amz-algorithm': 'AWS4-HMAC-SHA256',
		'x-amz-date': new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
		policy,
		'x-amz-signature': createHmac('sha256', id).update(policy).digest('hex'),
	};
}

/** Presigned uploads of target files, and their list. */
export function targetsFiles(app: FastifyInstance, host: Host, state: NotificationsState): void {
	const base = '/v1/storage/targets_files';
	endpoint(app, host, {
		method: 'POST',
		path: `${base}/:file_key/presigned_urls`,
		body: z.object({ overwrite_duplicate_key: z.boolean().default(false) }),
		answer({ path, body }) {
			const { file_key: fileKey } = path;
			if (state.files.has(fileKey) && !body.overwrite_duplicate_key) throw new SendbirdError('400202', RULES.fileKey, `The file key "${fileKey}" already exists.`);
			const id = newId();
			const fields = formFields(state, id, fileKey);
			state.uploads.set(id, { fileKey, fields, expires_at: Date.now() + HOUR });
			return { url: `${state.application.baseUrl('/sendbird-notifications')}/storage/uploads/${id}`, fields, file_key: fileKey };
		},
	});
	endpoint(app, host, {
		method: 'GET',
		path: base,
		query: pageQuery,
		answer({ query, request }) {
			decidedBy(request, RULES.fileList);
			const { items, next } = pageOf([...state.files], query);
			return { targets_files: items.map(([key, { uploaded_at: at }]) => ({ file_key: key, created_at: at })), next };
		},
	});
	upload(app, state);
}

/** Where the presigned URL leads: the storage, which knows no API token. */
function upload(app: FastifyInstance, state: NotificationsState): void {
	app.post<{ Params: { id: string } }>('/storage/uploads/:id', async (request, reply) => {
		const refuse = async (status: number, code: string, message: string) => await reply.code(status).type('application/xml').send(xml(code, message));
		decidedBy(request, RULES.fileUpload);
		const wanted = state.uploads.get(request.params.id);
		if (wanted === undefined) return await refuse(403, 'AccessDenied', 'Unknown or used upload');
		if (wanted.expires_at < Date.now()) return await refuse(403, 'AccessDenied', 'Invalid according to Policy: Policy expired.');
		const { fields, files } = await readBody(request);
		const given = z.record(z.unknown()).catch({}).parse(fields);
		const lacking = Object.entries(wanted.fields).find(([name, value]) => given[name] !== value);
		if (lacking !== undefined) return await refuse(403, 'AccessDenied', `Field ${lacking[0]} is missing or changed`);
		const file = files.find(({ field }) => field === 'file');
		if (file === undefined) return await refuse(400, 'InvalidArgument', 'POST requires exactly one file upload per request.');
		if (request.rawBody.indexOf('name="file"') < request.rawBody.lastIndexOf('name="x-amz-signature"')) return await refuse(403, 'AccessDenied', 'Fields after the file are not read');
		state.uploads.delete(request.params.id);
		state.files.set(wanted.fileKey, { csv: file.bytes.toString('utf8'), uploaded_at: Date.now() });
		decidedBy(request, RULES.fileUploadAnswer);
		return await reply.code(204).send();
	});
}
