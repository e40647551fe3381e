import { sendForm } from '../../lib/scenes/forms.mjs';
import { grow, linkedCustomer } from '../../lib/scenes/messenger.mjs';

export const name = 'messenger-preview';
export const title = 'a marketer reads a message in their own chat first, filled in with their profile; what is odd, or in the way, is said';
export const integration = 'braze-messenger';

const preview = async (stage, externalId, message) => await sendForm(stage, 'brazeMessenger7', [externalId, message]);

export async function run(stage) {
	const { expect, waitFor, quiet } = stage;
	const { customer, person } = await linkedCustomer(stage);
	await quiet();
	const { first_name: firstName } = (await customer.profile()).fields;
	const odd = await preview(stage, customer.externalId, 'Hello {{${first_name}}}, 20 % off until {{custom_attribute.${ends}}}!');
	await waitFor(async () => (await person.received()).length === 1, { what: 'the preview in the chat' });
	expect.same((await person.received())[0].text, `Hello ${firstName}, 20 % off until !`, 'the preview');
	expect.contains(odd.text, 'ends', 'what is odd about it');

	const nobody = await stage.newCustomer();
	expect.contains((await preview(stage, nobody.externalId, 'Hello')).text, 'no messenger_id', 'the answer for a user without Messenger');
	expect.contains((await preview(stage, 'nobody-of-that-name', 'Hello')).text, 'has no user', 'the answer for an unknown user');
	expect.contains((await preview(stage, customer.externalId, 'Hello {% if %}')).text, 'line 1', 'the answer for a broken template');
	await grow(stage, 25, person, customer);
	expect.contains((await preview(stage, customer.externalId, 'Hello')).text, '25 hours', 'the answer after 25 hours');
	await quiet();
	expect.same((await person.received()).length, 1, 'messages in the chat');
}
