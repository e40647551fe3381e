import { isNil, textOf, type FilterGroup } from './filter';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const HIDDEN = ['script', 'style'];

/** Removes `<open ... close>` stretches in one pass; an unclosed one stays. */
function cut(text: string, open: string, close: string): string {
	const lower = text.toLowerCase();
	let out = '';
	let at = 0;
	for (;;) {
		const begin = lower.indexOf(open, at);
		const end = begin < 0 ? -1 : lower.indexOf(close, begin + open.length);
		if (end < 0) return out + text.slice(at);
		out += text.slice(at, begin);
		at = end + close.length;
	}
}

export const htmlFilters: FilterGroup = {
	escape(value) {
		return isNil(value) ? undefined : textOf(this, value).replace(/[&<>"']/g, (char) => ENTITIES[char]);
	},
	strip_html(value) {
		const visible = HIDDEN.reduce((text, name) => cut(text, `<${name}`, `</${name}>`), textOf(this, value));
		return cut(cut(visible, '<!--', '-->'), '<', '>');
	},
};
