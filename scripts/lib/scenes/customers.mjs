import { randomInt } from 'node:crypto';

const NAMES = [['Amina', 'Diallo'], ['Bruno', 'Silva'], ['Chiara', 'Rossi'], ['Dmitri', 'Orlov'], ['Elif', 'Yılmaz'], ['Frank', "O'Hara"], ['Grażyna', 'Nowak'], ['Hiro', 'Tanaka']];

/** Ids and numbers that no other scene of this run has; the numbers come from a range kept for fiction. */
const run = randomInt(36 ** 3).toString(36);
let made = 0;

/**
 * The customers of a scene: people with a phone whom Braze knows.
 * @param {import('../world/controlClient.mjs').ControlClient} control
 */
export function customers(control) {
	/** `id`: as the sandbox and the log call the person, the external id or else the braze id; `externalId` null where there is none. */
	const customer = (id, externalId = id) => ({
		id,
		externalId,
		/** @param {string} text @param {string[]} [media] */
		texts: (text, media) => control.customerTexts(id, { text, media }),
		/** What has arrived on the phone. */
		received: async () => (await control.phone(id)).filter(({ direction }) => direction === 'in'),
		profile: () => control.brazeProfile(id),
	});

	return {
		customer,
		/** A new person who is subscribed to SMS. `names: false`: Braze knows no name; `externalId: false`: Braze knows the phone only. */
		async newCustomer({ names = true, externalId = true, phone } = {}) {
			made += 1;
			const [firstName, lastName] = NAMES[made % NAMES.length];
			const { id, external_id: externalIdMade } = await control.signUp({
				...(externalId ? { external_id: `cust-${run}-${made}` } : {}),
				...(names ? { first_name: firstName, last_name: lastName } : {}),
				phone: phone ?? `+1202555${String(1000 + made)}`,
			});
			return customer(id, externalIdMade);
		},
	};
}
