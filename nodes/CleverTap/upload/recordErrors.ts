import type { Failure } from '../../shared/transport/failure';

interface Known {
	codes: number[];
	/** In CleverTap's text, which counts more than the code: its own guide gives other meanings to 511 to 521. */
	text: RegExp;
	fix: string;
}

const KNOWN: Known[] = [
	{ codes: [513], text: /restricted|system event/i, fix: 'Give the event a name of your own: this one is CleverTap\'s.' },
	{ codes: [528], text: /discarded/i, fix: 'The event is discarded in CleverTap: restore it under Settings > Schema > Events, or use another name.' },
	{ codes: [522], text: /too many|number of (event )?propert/i, fix: 'Send fewer properties; the limit of the account is shown under Settings > Schema.' },
	{ codes: [509], text: /event name/i, fix: 'Correct the name of the event.' },
	{ codes: [514], text: /gender/i, fix: 'Gender must be M or F.' },
	{ codes: [515], text: /e-?mail/i, fix: 'Correct the email address.' },
	{ codes: [516], text: /phone/i, fix: 'Phone must be + with the country code and the number, for instance +14155551234.' },
	{ codes: [517], text: /employ/i, fix: 'Employed must be Y or N.' },
	{ codes: [518], text: /education/i, fix: 'Education must be School, College or Graduate.' },
	{ codes: [519], text: /marital|married/i, fix: 'Married must be Y or N.' },
	{ codes: [525], text: /\bts\b|epoch|timestamp/i, fix: 'Correct the time of this item.' },
	{ codes: [534], text: /token type|type .*suit/i, fix: 'The type of the token must suit the device with this object ID.' },
	{ codes: [530, 531, 532, 533, 535], text: /token/i, fix: 'Correct the token, its type and the object ID.' },
	{ codes: [526], text: /object ?id/i, fix: 'Correct the object ID: it is the one that CleverTap gave the device.' },
	{ codes: [523], text: /identity/i, fix: 'Correct the user ID.' },
	{ codes: [520], text: /\bage\b/i, fix: 'Age must be a number of years.' },
	{ codes: [512, 524], text: /structure|neither/i, fix: 'Correct the data of this item after CleverTap\'s message.' },
];

/** The one code at which the same record may be taken a little later. */
const SERVER_ERROR = 555;

export interface RecordError {
	code?: number;
	error: string;
}

/** The failure of the item whose record CleverTap did not take. */
export function recordFailure({ code, error }: RecordError, status: number): Failure {
	const known = KNOWN.find(({ text }) => text.test(error)) ?? KNOWN.find(({ codes }) => code !== undefined && codes.includes(code));
	const told = { vendor: 'CleverTap', status, code: code === undefined ? undefined : String(code), message: `CleverTap: ${error || 'the record was not taken'}` };
	if (code === SERVER_ERROR) return { ...told, class: 'unavailable', fix: 'CleverTap had a problem of its own with this record and did not keep it: send it again.' };
	return { ...told, class: 'invalidInput', fix: `${known?.fix ?? 'Correct this item after CleverTap\'s message.'} The others of its call were taken, where they have no error of their own.` };
}
