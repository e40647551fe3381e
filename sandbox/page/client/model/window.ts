export interface Window {
	/** Index of the first row to draw. */
	start: number;
	/** Index after the last. */
	end: number;
}

/** Rows drawn beyond what is seen, so that fast scrolling shows no holes. */
const SPARE = 12;

/** Which rows of equal height are to be drawn. All in px. */
export function windowOf(scrollTop: number, viewHeight: number, rowHeight: number, count: number): Window {
	const start = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight) - SPARE));
	const end = Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + SPARE);
	return { start, end: Math.max(start, end) };
}

/** Whether the end of the list is in view, give or take a row: then it follows what is new. */
export const isAtEnd = (scrollTop: number, viewHeight: number, rowHeight: number, count: number): boolean => scrollTop + viewHeight >= count * rowHeight - rowHeight;
