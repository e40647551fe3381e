import { multipart } from '../../../nodes/shared/transport/multipart';

it('texts first, then files, byte for byte', () => {
	const bytes = Buffer.from([0x89, 0x00, 0xff, 0x0d, 0x0a]);
	const { headers, body } = multipart({ a: 'ä', b: '2' }, { file: { fileName: 'x.bin', mimeType: 'application/octet-stream', bytes } });
	const [, boundary] = /^multipart\/form-data; boundary=(.+)$/.exec(headers['Content-Type']) ?? [];
	expect(body).toEqual(
		Buffer.concat([
			Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\nä\r\n`),
			Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="b"\r\n\r\n2\r\n`),
			Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="x.bin"\r\nContent-Type: application/octet-stream\r\n\r\n`),
			bytes,
			Buffer.from(`\r\n--${boundary}--\r\n`),
		]),
	);
});

it('a name cannot end its header', () => {
	const { body } = multipart({}, { file: { fileName: 'a"\r\nX-Evil: 1.png', mimeType: 'image/png\r\nX-Evil: 2', bytes: Buffer.alloc(0) } });
	expect(body.toString()).toContain('filename="a___X-Evil: 1.png"\r\nContent-Type: image/pngX-Evil: 2\r\n\r\n');
});

it('each body has a boundary of its own', () => {
	expect(multipart({}, {}).headers).not.toEqual(multipart({}, {}).headers);
});
