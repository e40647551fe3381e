import type { IDataObject } from 'n8n-workflow';
import { z } from '../../shared/schema';
import type { Answer, Call } from '../../shared/transport/call';
import { objectBody } from '../../shared/transport/call';

export interface FileToUpload {
	name: string;
	type: string;
	bytes: Buffer;
}

/** The body is the file itself; its name stands in the query. */
export const uploadCall = ({ name, type, bytes }: FileToUpload, token?: string): Call => ({
	method: 'POST',
	path: '/api/v2/uploads',
	query: { filename: name, ...(token === undefined ? {} : { token }) },
	headers: { 'Content-Type': type },
	body: bytes,
});

const uploadShape = z.object({ token: z.string(), attachment: z.record(z.unknown()).nullish() });

export function uploadIn(answer: Answer): { token: string; attachment: IDataObject } {
	const { token, attachment } = uploadShape.parse(objectBody(answer).upload);
	return { token, attachment: (attachment ?? {}) as IDataObject };
}
