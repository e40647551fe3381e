import { withEditedWorkflow } from '../../lib/scenes/editedWorkflow.mjs';
import { newPerson, signedRef } from '../../lib/scenes/messenger.mjs';

export const name = 'messenger-opt-ins';
export const title = 'the proof of an opt-in stands on the profile, with a PSID or a user_ref; plain links name somebody only where that is switched on';
export const integration = 'braze-messenger';

async function withPsid(stage) {
	const { expect, waitFor } = stage;
	const customer = await stage.newCustomer();
	const person = await newPerson(stage);
	const ref = signedRef(customer.externalId);
	await person.optsIn({ ref });
	const held = await waitFor(
		async () => {
			const { custom_attributes: attributes } = await customer.profile();
			return attributes.messenger_opted_in_at && attributes;
		},
		{ what: 'messenger_opted_in_at on the profile' },
	);
	expect.same([held.messenger_id, held.messenger_opt_in], [person.psid, ref], 'messenger_id and messenger_opt_in');
}

/** Of the checkbox plugin: no PSID before the person's first message. */
async function withUserRef(stage) {
	const { expect, waitFor, quiet } = stage;
	const customer = await stage.newCustomer();
	const person = await newPerson(stage);
	const userRef = `basket-${person.psid}`;
	await person.optsIn({ ref: signedRef(customer.externalId), userRef });
	const held = await waitFor(
		async () => {
			const { custom_attributes: attributes } = await customer.profile();
			return attributes.messenger_user_ref && attributes;
		},
		{ what: 'messenger_user_ref on the profile' },
	);
	expect.same([held.messenger_user_ref, held.messenger_id], [userRef, undefined], 'messenger_user_ref and messenger_id');
	expect.true(Math.abs(Date.now() - Date.parse(held.messenger_opted_in_at)) < 60_000, `messenger_opted_in_at is now, not ${held.messenger_opted_in_at}`);

	const victim = await stage.newCustomer();
	await person.optsIn({ ref: `${victim.externalId}.${'0'.repeat(64)}`, userRef: `${userRef}-forged` });
	await quiet();
	expect.same((await victim.profile()).custom_attributes.messenger_user_ref, undefined, 'messenger_user_ref after a forged opt-in');
}

async function plainLinks(stage) {
	const { expect, waitFor, quiet } = stage;
	const customer = await stage.newCustomer();
	const person = await newPerson(stage);
	const accept = (nodes) => {
		const setting = nodes.find(({ name: node }) => node === 'What the link says').parameters.assignments.assignments.find(({ name: field }) => field === 'acceptPlainLinks');
		setting.value = true;
	};
	await withEditedWorkflow(stage, 'brazeMessenger1', accept, async () => {
		await person.follows(customer.externalId);
		await person.writes('Hello');
		await waitFor(async () => (await customer.profile()).custom_attributes.messenger_id === person.psid, { what: 'a plain link to name its user' });
		const forged = await newPerson(stage);
		await forged.follows(`${customer.externalId}.${'0'.repeat(64)}`);
		await forged.writes('Hello');
		await waitFor(async () => (await forged.aliasAttributes())?.messenger_unmatched, { what: 'a forged link to be told, plain ones accepted or not' });
		await quiet();
	});
	const late = await newPerson(stage);
	const other = await stage.newCustomer();
	await late.follows(other.externalId);
	await late.writes('Hello');
	const kept = await waitFor(async () => (await late.aliasAttributes())?.messenger_unmatched, { what: 'a plain link to be refused again' });
	expect.contains(kept, 'not signed', 'messenger_unmatched');
}

export async function run(stage) {
	await withPsid(stage);
	await withUserRef(stage);
	await plainLinks(stage);
}
