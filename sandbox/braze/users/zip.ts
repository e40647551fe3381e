/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox is a server of its own; exports are ZIP files */
import { crc32, deflateRawSync } from 'node:zlib';

const VERSION = 20;
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;

/** The fields that the local header and the directory share. */
function shared(name: Buffer, data: Buffer, packed: Buffer): Buffer {
	const fields = Buffer.alloc(26);
	fields.writeUInt16LE(VERSION, 0);
	fields.writeUInt16LE(UTF8_NAMES, 2);
	fields.writeUInt16LE(DEFLATED, 4);
	fields.writeUInt32LE(crc32(data), 10);
	fields.writeUInt32LE(packed.length, 14);
	fields.writeUInt32LE(data.length, 18);
	fields.writeUInt16LE(name.length, 22);
	return fields;
}

const signature = (code: number): Buffer => {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(code);
	return bytes;
};

export interface ZippedFile {
	name: string;
	text: string;
}

/** A ZIP of these files, without times. Source of the layout: PKWARE, APPNOTE.TXT 4.3. */
export function zipOf(files: readonly ZippedFile[]): Buffer {
	const locals: Buffer[] = [];
	const entries: Buffer[] = [];
	let offset = 0;
	for (const file of files) {
		const name = Buffer.from(file.name);
		const data = Buffer.from(file.text);
		const packed = deflateRawSync(data);
		const about = shared(name, data, packed);
		const local = Buffer.concat([signature(0x04034b50), about, name, packed]);
		const start = Buffer.alloc(14);
		start.writeUInt32LE(offset, 10);
		entries.push(Buffer.concat([signature(0x02014b50), Buffer.from([VERSION, 0]), about, start, name]));
		locals.push(local);
		offset += local.length;
	}
	const directory = Buffer.concat(entries);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(files.length, 4);
	end.writeUInt16LE(files.length, 6);
	end.writeUInt32LE(directory.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...locals, directory, signature(0x06054b50), end]);
}
