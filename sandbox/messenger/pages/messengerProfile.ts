import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { badParam } from '../graph/errors';
import { decidedBy, pageEdge } from '../graph/graph';
import { checkProfile, profileInput, PROPERTIES } from './messengerProfileInput';
import { names } from '../graph/params';
import { RULES } from '../rules';
import type { MessengerState } from '../state';
import type { Page } from '../types';

const TEN_MINUTES = 600_000;

function checkNames(fields: string[]): void {
	const strange = fields.find((field) => !PROPERTIES.includes(field));
	if (fields.length === 0 || strange !== undefined) throw badParam(`Param fields must be some of {${PROPERTIES.join(', ')}} - got "${strange ?? ''}"`);
}

/** Ten writes in ten minutes are said to be the limit; more pass here, and the log says so. */
function countWrite(page: Page, request: FastifyRequest): void {
	const now = Date.now();
	page.profileWrites = [...page.profileWrites.filter((at) => at > now - TEN_MINUTES), now];
	if (page.profileWrites.length > 10) decidedBy(request, RULES.profileWrites);
}

const path = '/:node/messenger_profile';

function write(app: FastifyInstance, state: MessengerState): void {
	pageEdge(app, state, {
		method: 'POST',
		path,
		permissions: ['pages_messaging'],
		input: profileInput,
		answer({ input, page, request }) {
			const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
			if (Object.keys(given).length === 0) throw badParam(`One of {${PROPERTIES.join(', ')}} is required`);
			checkProfile(input);
			const after = { ...page.messengerProfile, ...given };
			if ('persistent_menu' in after && !('get_started' in after)) throw badParam('A persistent menu needs get_started', RULES.menuNeedsStart);
			countWrite(page, request);
			page.messengerProfile = after;
			return { result: 'success' };
		},
	});
	pageEdge(app, state, {
		method: 'DELETE',
		path,
		permissions: ['pages_messaging'],
		input: z.object({ fields: names }),
		answer({ input: { fields }, page, request }) {
			checkNames(fields);
			const after = Object.fromEntries(Object.entries(page.messengerProfile).filter(([name]) => !fields.includes(name)));
			if ('persistent_menu' in after && !('get_started' in after)) throw badParam('get_started cannot go while the persistent menu stands', RULES.menuNeedsStart);
			countWrite(page, request);
			page.messengerProfile = after;
			return { result: 'success' };
		},
	});
}

/** Greeting, Get Started, menu, ice breakers, … of the Page. */
export function messengerProfile(app: FastifyInstance, state: MessengerState): void {
	write(app, state);
	pageEdge(app, state, {
		method: 'GET',
		path,
		permissions: ['pages_messaging'],
		input: z.object({ fields: names }),
		answer({ input: { fields }, page }) {
			checkNames(fields);
			const found = Object.fromEntries(Object.entries(page.messengerProfile).filter(([name]) => fields.includes(name)));
			return { data: Object.keys(found).length === 0 ? [] : [found] };
		},
	});
}
