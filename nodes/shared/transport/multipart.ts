import { randomBytes } from 'crypto';

export interface FormFile {
	fileName: string;
	mimeType: string;
	bytes: Buffer;
}

/** In a header's quotes a quote or a line break would end the name. */
const quoted = (name: string): string => `"${name.replace(/["\r\n]/g, '_')}"`;

/** A multipart/form-data body as bytes, files last: unlike a stream it can go out again after a refused try. */
export function multipart(texts: Record<string, string>, files: Record<string, FormFile>): { headers: Record<string, string>; body: Buffer } {
	const boundary = `n8n-${randomBytes(16).toString('hex')}`;
	const chunks: Buffer[] = [];
	const begin = (lines: string[]): void => {
		chunks.push(Buffer.from(`--${boundary}\r\n${lines.join('\r\n')}\r\n\r\n`));
	};
	for (const [name, text] of Object.entries(texts)) {
		begin([`Content-Disposition: form-data; name=${quoted(name)}`]);
		chunks.push(Buffer.from(`${text}\r\n`));
	}
	for (const [name, { fileName, mimeType, bytes }] of Object.entries(files)) {
		begin([`Content-Disposition: form-data; name=${quoted(name)}; filename=${quoted(fileName)}`, `Content-Type: ${mimeType.replace(/[\r\n]/g, '')}`]);
		chunks.push(bytes, Buffer.from('\r\n'));
	}
	chunks.push(Buffer.from(`--${boundary}--\r\n`));
	return { headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` }, body: Buffer.concat(chunks) };
}
