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

/** A ZIP of one file, without times. Source of the layout: PKWARE, APPNOTE.TXT 4.3. */
export function zipOf(fileName: string, text: string): Buffer {
	const name = Buffer.from(fileName);
	const data = Buffer.from(text);
	const packed = deflateRawSync(data);
	const local = Buffer.concat([signature(0x04034b50), shared(name, data, packed), name, packed]);
	const directory = Buffer.concat([signature(0x02014b50), Buffer.from([VERSION, 0]), shared(name, data, packed), Buffer.alloc(14), name]);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(1, 4);
	end.writeUInt16LE(1, 6);
	end.writeUInt32LE(directory.length, 8);
	end.writeUInt32LE(local.length, 12);
	return Buffer.concat([local, directory, signature(0x06054b50), end]);
}
