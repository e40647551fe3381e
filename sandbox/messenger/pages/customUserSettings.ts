import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { badParam, GraphError } from '../graph/errors';
import { pageEdge } from '../graph/graph';
import { checkMenu, profileInput } from './messengerProfileInput';
import { idText, names } from '../graph/params';
import { RULES } from '../rules';
import type { MessengerState } from '../state';
import type { Page, Person } from '../types';

const path = '/:node/custom_user_settings';

function personOn(state: MessengerState, page: Page, psid: string): Person {
	const person = state.on(page).find((each) => each.psid === psid);
	if (person === undefined) throw new GraphError('100/2018001', RULES.recipientUnknown);
	return person;
}

/** The menu of one person, in front of the Page's own. */
export function customUserSettings(app: FastifyInstance, state: MessengerState): void {
	const permissions = ['pages_messaging' as const];
	pageEdge(app, state, {
		method: 'POST',
		path,
		permissions,
		input: z.object({ psid: idText, persistent_menu: profileInput.shape.persistent_menu }),
		answer({ input: { psid, persistent_menu: menu }, page }) {
			if (menu === undefined) throw badParam('The parameter persistent_menu is required');
			checkMenu(menu);
			if (!('get_started' in page.messengerProfile)) throw badParam('A persistent menu needs get_started', RULES.menuNeedsStart);
			personOn(state, page, psid).persistentMenu = menu;
			return { result: 'success' };
		},
	});
	pageEdge(app, state, {
		method: 'GET',
		path,
		permissions,
		input: z.object({ psid: idText }),
		answer({ input: { psid }, page }) {
			const own = personOn(state, page, psid).persistentMenu;
			const general = page.messengerProfile.persistent_menu;
			const found = { ...(own === undefined ? {} : { user_level_persistent_menu: own }), ...(general === undefined ? {} : { page_level_persistent_menu: general }) };
			return { data: Object.keys(found).length === 0 ? [] : [found] };
		},
	});
	pageEdge(app, state, {
		method: 'DELETE',
		path,
		permissions,
		input: z.object({ psid: idText, params: names }),
		answer({ input: { psid, params }, page }) {
			if (params.some((name) => name !== 'persistent_menu')) throw badParam('Param params must be ["persistent_menu"]');
			personOn(state, page, psid).persistentMenu = undefined;
			return { result: 'success' };
		},
	});
}
