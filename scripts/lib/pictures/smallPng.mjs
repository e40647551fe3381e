import { deflateSync, inflateSync } from 'node:zlib';
import { paletteOf } from './palette.mjs';

/** https://www.w3.org/TR/png-3/ */
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, index) => {
	let crc = index;
	for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	return crc;
});

function crcOf(bytes) {
	let crc = -1;
	for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
	return (crc ^ -1) >>> 0;
}

function* chunksOf(png) {
	for (let at = SIGNATURE.length; at < png.length; ) {
		const length = png.readUInt32BE(at);
		yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
		at += length + 12;
	}
}

function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crcOf(body), 4);
	return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function paeth(left, up, upLeft) {
	const guess = left + up - upLeft;
	const [byLeft, byUp, byUpLeft] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
	if (byLeft <= byUp && byLeft <= byUpLeft) return left;
	return byUp <= byUpLeft ? up : upLeft;
}

/** What a row's filter takes off each byte: the byte before it, above it, both. */
const FILTERS = [() => 0, (left) => left, (_, up) => up, (left, up) => (left + up) >> 1, paeth];

/** A browser's screenshot: 8 bits a channel, not interlaced, nothing transparent. @returns {{ width: number, height: number, colours: Uint32Array }} 0xRRGGBB a pixel, row by row */
function read(png) {
	const chunks = [...chunksOf(png)];
	const { data: header } = chunks.find(({ type }) => type === 'IHDR');
	const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), { 2: 3, 6: 4 }[header[9]]];
	if (header[8] !== 8 || channels === undefined || header[12] !== 0) throw new Error('Not a PNG as a browser writes it: 8 bits, RGB or RGBA, not interlaced');
	const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
	const bytes = width * channels;
	const colours = new Uint32Array(width * height);
	let above = new Uint8Array(bytes);
	for (let y = 0; y < height; y++) {
		const start = y * (bytes + 1) + 1;
		const filter = FILTERS[raw[start - 1]];
		const row = raw.subarray(start, start + bytes);
		for (let x = 0; x < bytes; x++) row[x] += filter(row[x - channels] ?? 0, above[x], above[x - channels] ?? 0);
		for (let x = 0; x < width; x++) colours[y * width + x] = (row[x * channels] << 16) | (row[x * channels + 1] << 8) | row[x * channels + 2];
		above = row;
	}
	return { width, height, colours };
}

function write({ width, height, colours }, palette, indexOf) {
	const rows = Buffer.alloc((width + 1) * height);
	for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf(colours[y * width + x]);
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3, 0, 0, 0], 8);
	const entries = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]));
	return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', entries), chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/**
 * The same picture in at most 256 colours: a screenshot of a user interface looks the same and takes a third of the space.
 * @param {Buffer} screenshot what playwright's `screenshot` gives
 */
export function smallPng(screenshot) {
	const image = read(screenshot);
	const { palette, indexOf } = paletteOf(image.colours);
	return write(image, palette, indexOf);
}
