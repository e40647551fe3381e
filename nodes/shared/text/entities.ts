/** The named entities that rich-text editors write; all others stay as they stand. */
const NAMED: Readonly<Record<string, string>> = {
	amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', hellip: '…', ndash: '–', mdash: '—', bull: '•', middot: '·',
	lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', sbquo: '‚', bdquo: '„', laquo: '«', raquo: '»', euro: '€', pound: '£', yen: '¥', cent: '¢',
	copy: '©', reg: '®', trade: '™', deg: '°', sect: '§', para: '¶', plusmn: '±', times: '×', divide: '÷', frac12: '½', frac14: '¼', frac34: '¾',
	auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', acirc: 'â',
	ccedil: 'ç', icirc: 'î', iuml: 'ï', ocirc: 'ô', ugrave: 'ù', ucirc: 'û', ntilde: 'ñ', iexcl: '¡', iquest: '¿', larr: '←', rarr: '→', zwj: '\u200d', zwnj: '\u200c', shy: '\u00ad',
};

const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]\w{1,31}));/g;

const fromCodePoint = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');

export const decodeEntities = (text: string): string =>
	text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
		if (decimal) return fromCodePoint(Number(decimal));
		if (hex) return fromCodePoint(parseInt(hex, 16));
		return name !== undefined && Object.hasOwn(NAMED, name) ? NAMED[name] : whole;
	});

export const escapeHtml = (text: string): string =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
