import type { FastifyInstance } from 'fastify';
import { ARRAY_MAX } from '../users/customAttributes';
import { Refusal } from '../errors';
import { isJsonObject, type Json } from '../json';
import { MESSAGING_RULES } from '../messages/messagingRules';
import { cursorPage, noBody, route } from '../route';
import type { BrazeState } from '../state';

const PAGE_SIZE = 50;
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Braze's page shows "Number" alone; the other names are the dashboard's. */
function dataType(value: Json): string {
	if (Array.isArray(value)) return value.some(isJsonObject) ? 'Object Array' : 'Array';
	if (isJsonObject(value)) return 'Object';
	if (typeof value === 'boolean') return 'Boolean';
	if (typeof value === 'number') return 'Number';
	return typeof value === 'string' && ISO_TIME.test(value) ? 'Time' : 'String';
}

/** `GET /custom_attributes`: 50 at a time, sorted by name; the type is that of the first value found. */
export function customAttributesList(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'GET',
		path: '/custom_attributes',
		permission: 'custom_attributes.get',
		pools: ['custom data lists'],
		body: noBody,
		answer: ({ query, request }) => {
			const values = new Map<string, Json>();
			for (const { data } of state.profiles) for (const [name, value] of Object.entries(data.custom)) if (!values.has(name)) values.set(name, value);
			const rows = [...values]
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([name, value]) => ({ array_length: Array.isArray(value) ? ARRAY_MAX : null, data_type: dataType(value), description: '', name, status: 'Active', tag_names: [] }));
			const paged = cursorPage(rows, '/custom_attributes', query.one('cursor'), PAGE_SIZE);
			if (paged === undefined) throw new Refusal(400, 'cursor is invalid', MESSAGING_RULES.cursorInvalid);
			request.notes.rule = MESSAGING_RULES.linkHeader;
			return { status: 200, headers: paged.headers, body: { message: 'success', attributes: paged.page } };
		},
	});
}
