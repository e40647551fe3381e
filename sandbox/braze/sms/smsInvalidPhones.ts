import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { defaultPool, get, post, type Query } from '../endpoint';
import { Refusal } from '../errors';
import { dateRange, listPage } from '../listQuery';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';
import type { InvalidPhone, InvalidPhones } from './invalidPhones';

const PHONES_MAX = 50;

const reason = z.enum(['provider_error', 'deactivated']).optional();

function asked(query: Query, phones: InvalidPhones): InvalidPhone[] {
	const given = query.all('phone_numbers');
	if (given.length > 0) return phones.listed(given);
	const { from, to } = dateRange(query);
	return phones.listed().filter(({ at }) => at >= from && at < to);
}

/** `GET /sms/invalid_phone_numbers`: numbers given, or a stretch of time; the numbers win. */
function query(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/sms/invalid_phone_numbers',
		permission: 'sms.invalid_phone_numbers',
		pools: defaultPool,
		answer: (asking, request) => {
			const why = reason.safeParse(asking.one('reason'));
			if (!why.success) throw new Refusal(400, 'reason must be provider_error or deactivated', documented('two reasons exist; the wording is the sandbox’s own'));
			const listed = asked(asking, state.data.invalidPhones).filter((phone) => why.data === undefined || phone.reason === why.data);
			request.notes.rule = documented('start_date with end_date, or phone_numbers; newest first');
			return {
				status: 200,
				body: {
					sms: listPage(asking, listed).map((phone) => ({ phone: phone.phone, invalid_detected_at: new Date(phone.at).toISOString(), reason: phone.reason })),
					message: 'success',
				},
			};
		},
	});
}

/** `POST /sms/invalid_phone_numbers/remove` */
function remove(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/sms/invalid_phone_numbers/remove',
		permission: 'sms.invalid_phone_numbers.remove',
		pools: defaultPool,
		body: z.object({ phone_numbers: z.array(z.string().min(1)).min(1) }),
		answer: ({ phone_numbers: phones }, request) => {
			if (phones.length > PHONES_MAX) {
				throw new Refusal(400, 'The max number of phone numbers per request was exceeded', documented(`at most ${PHONES_MAX}; the wording is the sandbox’s own`));
			}
			for (const phone of phones) state.data.invalidPhones.remove(phone);
			request.notes.rule = unconfirmed('numbers that are not listed are passed over; the page shows no answer');
			return { status: 201, body: { message: 'success' } };
		},
	});
}

export function smsInvalidPhones(app: FastifyInstance, state: BrazeState): void {
	query(app, state);
	remove(app, state);
}
