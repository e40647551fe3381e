import { textOf, type FilterGroup } from './filter';

function percent(text: string): string {
	return [...Buffer.from(text, 'utf8')].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/** Lone surrogates become U+FFFD through the buffer, where encodeURIComponent would throw. */
function escape(text: string, unsafe: RegExp): string {
	return text.replace(unsafe, percent);
}

export const urlFilters: FilterGroup = {
	/** Form encoding: a space becomes `+`. */
	url_encode(value) {
		return escape(textOf(this, value), /[^A-Za-z0-9_.\-~ ]+/g).replace(/ /g, '+');
	},
	/** Keeps what a whole URL may hold: `&`, `?`, `/`, `=`, `#`. */
	url_escape(value) {
		return escape(textOf(this, value), /[^A-Za-z0-9_.\-~!*'();:@&=+$,/?#[\]%]+/g);
	},
	/** For one parameter: `&` is escaped as well. */
	url_param_escape(value) {
		return escape(textOf(this, value), /[^A-Za-z0-9_.\-~]+/g);
	},
};
