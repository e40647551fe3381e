import type { FastifyInstance } from 'fastify';
import { badRequest } from '../errors';
import { decidedBy, route } from '../http';
import type { Json } from '../json';
import { RULES } from '../rules';

const ROWS_MAX = 1000;

/** `POST` with `{ d: rows }`; `take` does a row and returns why it cannot be done. */
export function rowsRoute(app: FastifyInstance, path: string, take: (row: Json) => string | undefined): void {
	route(app, path, {
		POST: ({ body, request }) => {
			const { d: rows } = body;
			if (!Array.isArray(rows)) throw badRequest('d: a list');
			if (rows.length > ROWS_MAX) throw badRequest(`d: at most ${ROWS_MAX}`, RULES.rowsLimit);
			const unprocessed = rows.flatMap((record) => {
				const error = take(record);
				return error === undefined ? [] : [{ status: 'fail', code: 512, error, record }];
			});
			if (unprocessed.length > 0) decidedBy(request, RULES.rowRefused);
			const processed = rows.length - unprocessed.length;
			return { status: unprocessed.length === 0 ? 'success' : processed === 0 ? 'fail' : 'partial', processed, unprocessed };
		},
	});
}
