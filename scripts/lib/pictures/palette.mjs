/** What one byte a pixel can name. */
const MOST = 256;
/** Kept as they are: the flat areas, where a wrong shade would be seen. */
const EXACT = 96;

const CHANNELS = [(colour) => colour >> 16, (colour) => (colour >> 8) & 0xff, (colour) => colour & 0xff];

function counted(colours) {
	const counts = new Map();
	for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
	return [...counts].map(([colour, count]) => ({ colour, count })).sort((a, b) => b.count - a.count);
}

const pixelsOf = (box) => box.reduce((sum, { count }) => sum + count, 0);

/** The channel in which a box spreads widest, and how far, weighed by its pixels: a seldom shade may be less exact. */
function spread(box) {
	const widths = CHANNELS.map((of) => {
		const values = box.map(({ colour }) => of(colour));
		return values.reduce((most, value) => Math.max(most, value), 0) - values.reduce((least, value) => Math.min(least, value), 255);
	});
	const width = Math.max(...widths);
	return { box, of: CHANNELS[widths.indexOf(width)], urge: width * Math.sqrt(pixelsOf(box)) };
}

function halves({ box, of }) {
	const sorted = box.toSorted((a, b) => of(a.colour) - of(b.colour));
	const half = pixelsOf(box) / 2;
	let seen = 0;
	const at = sorted.findIndex(({ count }) => (seen += count) >= half);
	const cut = Math.min(Math.max(at, 1), sorted.length - 1);
	return [sorted.slice(0, cut), sorted.slice(cut)];
}

function average(box) {
	const pixels = pixelsOf(box);
	const [red, green, blue] = CHANNELS.map((of) => Math.round(box.reduce((sum, { colour, count }) => sum + of(colour) * count, 0) / pixels));
	return (red << 16) | (green << 8) | blue;
}

/** Median cut: the box that spreads widest is cut in two until there are enough. */
function medianCut(colours, most) {
	const boxes = [spread(colours)];
	while (boxes.length < most) {
		const widest = boxes.reduce((best, box, index) => (box.urge > boxes[best].urge ? index : best), 0);
		if (boxes[widest].box.length < 2) break;
		boxes.splice(widest, 1, ...halves(boxes[widest]).map(spread));
	}
	return boxes.map(({ box }) => average(box));
}

const distance = (a, b) => CHANNELS.reduce((sum, of) => sum + (of(a) - of(b)) ** 2, 0);

/**
 * At most 256 colours for an image, the frequent ones unchanged.
 * @param {Iterable<number>} colours 0xRRGGBB, one a pixel
 * @returns {{ palette: number[], indexOf: (colour: number) => number }}
 */
export function paletteOf(colours) {
	const all = counted(colours);
	const exact = all.length <= MOST ? all : all.slice(0, EXACT);
	const others = all.slice(exact.length);
	const palette = [...exact.map(({ colour }) => colour), ...(others.length > 0 ? medianCut(others, MOST - EXACT) : [])];
	const nearest = new Map(palette.map((colour, index) => [colour, index]));
	return {
		palette,
		indexOf(colour) {
			let index = nearest.get(colour);
			if (index === undefined) {
				index = palette.reduce((best, entry, at) => (distance(entry, colour) < distance(palette[best], colour) ? at : best), 0);
				nearest.set(colour, index);
			}
			return index;
		},
	};
}
