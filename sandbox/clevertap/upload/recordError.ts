import type { Rule } from '../../control/types';
import { RULES } from '../rules';

/** CleverTap's codes for a record that it does not take. */
export const CODES = {
	509: { text: 'Event Name is incorrect. ErrorCode: 509 - Event name is mandatory', rule: RULES.eventNameMissing },
	512: { text: 'ErrorCode: 512 - Invalid structure', rule: RULES.eventStructure },
	513: { text: 'Event Name is incorrect. ErrorCode: 513 - Trying to raise a restricted system event', rule: RULES.eventReserved },
	514: { text: 'ErrorCode: 514 - Invalid gender', rule: RULES.fieldGender },
	515: { text: 'ErrorCode: 515 - Invalid email', rule: RULES.fieldEmail },
	516: { text: 'ErrorCode: 516 - Invalid phone number', rule: RULES.fieldPhone },
	517: { text: 'ErrorCode: 517 - Invalid employment status', rule: RULES.fieldEmployed },
	518: { text: 'ErrorCode: 518 - Invalid education status', rule: RULES.fieldEducation },
	519: { text: 'ErrorCode: 519 - Invalid marital status', rule: RULES.fieldMarried },
	520: { text: 'ErrorCode: 520 - Invalid age', rule: RULES.fieldAge },
	522: { text: 'ErrorCode: 522 - Too many properties in the event', rule: RULES.eventProperties },
	523: { text: 'ErrorCode: 523 - Identity is missing', rule: RULES.identityMissing },
	524: { text: 'ErrorCode: 524 - Neither an event nor a profile', rule: RULES.recordType },
	525: { text: 'ErrorCode: 525 - ts is not an epoch', rule: RULES.tsBad },
	526: { text: 'ErrorCode: 526 - Invalid objectId', rule: RULES.objectIdBad },
	528: { text: 'ErrorCode: 528 - The event is discarded', rule: RULES.eventDiscarded },
	530: { text: 'ErrorCode: 530 - objectId is missing', rule: RULES.tokenObjectId },
	531: { text: 'ErrorCode: 531 - tokenData is missing', rule: RULES.tokenData },
	532: { text: 'ErrorCode: 532 - Token id is missing', rule: RULES.tokenId },
	533: { text: 'ErrorCode: 533 - Token type is missing', rule: RULES.tokenType },
	534: { text: 'ErrorCode: 534 - The token type does not suit the objectId', rule: RULES.tokenType },
	535: { text: 'ErrorCode: 535 - Invalid tokenData', rule: RULES.tokenData },
	555: { text: 'ErrorCode: 555 - Server error', rule: RULES.serverError },
} as const satisfies Record<number, { text: string; rule: Rule }>;

export type Code = keyof typeof CODES;

export const isCode = (code: number): code is Code => code in CODES;

/** A record is not taken; the others of its call are. */
export class RecordError extends Error {
	constructor(
		readonly code: Code,
		detail?: string,
		readonly rule: Rule = CODES[code].rule,
	) {
		super(detail === undefined ? CODES[code].text : `${CODES[code].text}: ${detail}`);
	}
}
