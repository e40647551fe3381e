import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { brazeApi } from './brazeApi.mjs';
import { MESSENGER_LINK_SECRET } from '../world/demoCredentials.mjs';
import { sendForm } from './forms.mjs';
import { waitUntil } from '../command/waitUntil.mjs';

/** What the scenes of Braze × Messenger do alike. */

const HOUR_S = 3600;

/** The `ref` of a link as Braze writes it by Liquid: the external id and what proves it. */
export const signedRef = (externalId) => `${externalId}.${createHmac('sha256', MESSENGER_LINK_SECRET).update(externalId).digest('hex')}`;

/** Asked through the API, as the control API finds no alias; seldom enough for Braze's limits. */
const brazeIdOf = (stage, userAlias) =>
	waitUntil(
		async () => {
			const { users } = await brazeApi(stage, '/users/export/ids', { user_aliases: [userAlias], fields_to_export: ['braze_id'] });
			return users[0]?.braze_id;
		},
		{ what: `the alias ${userAlias.alias_name} in Braze`, timeoutMs: 20_000, pause: () => sleep(500) },
	);

/** The profile that holds this alias. The one of before is gone once Braze has merged it into a user's. */
function profileReader(stage, userAlias) {
	let brazeId;
	return async () => {
		const known = brazeId && (await stage.control.brazeProfile(brazeId).catch(() => undefined));
		if (known) return known;
		brazeId = await brazeIdOf(stage, userAlias);
		return stage.control.brazeProfile(brazeId);
	};
}

/**
 * Somebody who has a Facebook account and never wrote to the Page.
 * @param {ReturnType<typeof import('./stage.mjs').makeStage>} stage
 */
export async function newPerson(stage, { firstName = 'Mira', lastName = 'Okafor' } = {}) {
	const { control } = stage;
	const { psid, pageId } = await control.newPerson({ firstName, lastName });
	const alias = `${pageId}.${psid}`;
	const userAlias = { alias_name: alias, alias_label: 'messenger' };
	const aliasProfile = profileReader(stage, userAlias);
	return {
		psid,
		pageId,
		alias,
		/** The link of the person's first ticket. */
		link: `messenger:${encodeURIComponent(alias)}:1`,
		writes: (text) => control.personDoes(psid, 'messages', { text }),
		/** @param {Array<{ type: string, payload?: object }>} attachments */
		sends: (attachments, text) => control.personDoes(psid, 'messages', { attachments, text }),
		follows: (ref) => control.personDoes(psid, 'referrals', { ref }),
		taps: (title, payload) => control.personDoes(psid, 'postbacks', { title, payload }),
		/** @param {import('../../../sandbox/messenger/controls/controlTypes').PersonOptin} optIn */
		optsIn: (optIn) => control.personDoes(psid, 'optins', optIn),
		blocks: (blocked = true) => control.personDoes(psid, 'block', { blocked }),
		/** What the Page sent, as the person sees it. */
		received: async () => (await control.chat(psid)).filter(({ direction }) => direction === 'out'),
		/** The external id of the user whose alias this person is; null while nobody knows. */
		owner: async () => (await aliasProfile()).external_id,
		/** What Braze holds on the profile that has the alias of this person; it is there once a workflow has written to it. */
		aliasAttributes: async () => (await aliasProfile()).custom_attributes,
		userAlias,
	};
}

/**
 * The world grows older, the times that the workflows wrote into attributes too: to Braze those are values like any other, so ageing leaves them alone.
 * @param {Awaited<ReturnType<typeof newPerson>>} person
 * @param {{ externalId: string | null, profile: () => Promise<{ custom_attributes: Record<string, unknown> }> }} [customer]
 */
export async function grow(stage, hours, person, customer) {
	const older = (at) => new Date(Date.parse(at) - hours * HOUR_S * 1000).toISOString();
	await stage.quiet();
	const { messenger_last_inbound_at: ofAlias } = await person.aliasAttributes();
	const attributes = [{ user_alias: person.userAlias, messenger_last_inbound_at: older(ofAlias) }];
	if (customer) {
		const { custom_attributes: held } = await customer.profile();
		attributes.push({ external_id: customer.externalId, messenger_last_inbound_at: older(held.messenger_last_inbound_at) });
	}
	await stage.control.age(hours * HOUR_S);
	await brazeApi(stage, '/users/track', { attributes });
	await stage.waitFor(async () => (await person.aliasAttributes()).messenger_last_inbound_at < ofAlias, { what: 'the attributes to be older' });
}

/** The person's ticket, waited for. */
export const ticketOf = ({ waitFor, zendesk }, person) => waitFor(async () => (await zendesk.tickets(person.link))[0], { what: `a ticket with external_id ${person.link}` });

/** A customer of Braze who came to the Page through their own link and wrote. */
export async function linkedCustomer(stage, text = 'Hello') {
	const customer = await stage.newCustomer();
	const person = await newPerson(stage);
	await person.follows(signedRef(customer.externalId));
	await person.writes(text);
	await stage.waitFor(async () => (await customer.profile()).custom_attributes.messenger_id === person.psid, { what: `the profile ${customer.externalId} to carry messenger_id` });
	return { customer, person };
}

/** Zendesk's feed of comments leaves out the last minute, so the world is made older than that; then workflow 3 looks, as by its schedule. */
export async function lookForMissedAnswers(stage) {
	await stage.control.age(90);
	await sendForm(stage, 'brazeMessenger3', ['']);
	await stage.quiet();
}

/** Calls of the Send API. */
export const sendCalls = (events) => events.filter(({ vendor, kind, request }) => vendor === 'messenger' && kind === 'request' && request?.method === 'POST' && request.path.split('?')[0].endsWith('/messages'));
