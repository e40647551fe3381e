import { brazeApi } from '../../lib/scenes/brazeApi.mjs';
import { sendForm } from '../../lib/scenes/forms.mjs';
import { sendbird, toldTeam } from '../../lib/scenes/sendbird.mjs';

export const name = 'sendbird-map-ids';
export const title = 'ids are mapped from a CSV, from a profile attribute and as they are: profiles get sendbird_id, Sendbird gets its missing users, bad lines are told';
export const integration = 'braze-sendbird';

const MAKE = 'Make them at Sendbird';

export async function run(stage) {
	const { expect, waitFor, quiet } = stage;
	const app = sendbird(stage);
	const upload = (lines, way, attribute = '') =>
		sendForm(stage, 'brazeSendbird4', [new File([lines.join('\n')], 'ids.csv', { type: 'text/csv' }), way, attribute, MAKE]);
	const mapped = (customer, id) => waitFor(async () => (await customer.profile()).custom_attributes.sendbird_id === id, { what: `sendbird_id of ${customer.externalId}` });
	const [one, two, three, four] = [await stage.newCustomer(), await stage.newCustomer(), await stage.newCustomer(), await stage.newCustomer()];
	const id = (customer) => `u-${customer.externalId}`;

	await upload(['external_id,sendbird_id,nickname', `${one.externalId},${id(one)},"O'Hara, ""Frank"""`, `cust-nobody-knows,${id(two)},`, `${two.externalId},,`, ',u-nobody,'], 'Column sendbird_id of the file');
	await mapped(one, id(one));
	await quiet();
	expect.same((await app.user(id(one)))?.nickname, `O'Hara, "Frank"`, 'the nickname at Sendbird');
	expect.same(await app.user('u-nobody'), undefined, 'a user of a line without external_id');
	expect.same((await two.profile()).custom_attributes.sendbird_id, undefined, 'sendbird_id of a line without one');
	const told = (await toldTeam(stage)).join(' | ');
	for (const word of ['cust-nobody-knows', `${two.externalId} has no Sendbird ID`, 'no external_id']) expect.contains(told, word, 'what is told of bad lines');

	await brazeApi(stage, '/users/track', { attributes: [{ external_id: three.externalId, chat_id: id(three) }] });
	await upload(['external_id', three.externalId], 'A profile attribute in Braze', 'chat_id');
	await mapped(three, id(three));

	await upload(['external_id', four.externalId], 'The Braze external ID as it is');
	await mapped(four, four.externalId);
	await quiet();
	expect.same((await app.user(four.externalId))?.nickname, (await four.profile()).fields.first_name, "the nickname that comes from Braze's first name");
	const { users } = await brazeApi(stage, '/users/export/ids', { user_aliases: [{ alias_label: 'sendbird', alias_name: id(one) }], fields_to_export: ['external_id'] });
	expect.same(users[0]?.external_id, one.externalId, 'whom the alias leads to');
}
