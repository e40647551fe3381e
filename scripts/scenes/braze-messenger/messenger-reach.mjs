import { sendForm } from '../../lib/scenes/forms.mjs';
import { linkedCustomer } from '../../lib/scenes/messenger.mjs';

export const name = 'messenger-reach';
export const title = 'how many people can be reached: the size of the segment is read back day by day, as a table and a picture';
export const integration = 'braze-messenger';

const DAY_S = 24 * 3600;

/** The table's rows, newest first: `[day, size]`. */
const rows = (html) => [...html.matchAll(/<tr><td>([\d-]+)<\/td><td>(\d+)<\/td><\/tr>/g)].map(([, day, size]) => [day, Number(size)]);

const reach = async (stage, days) => await sendForm(stage, 'brazeMessenger6', [String(days)]);

export async function run(stage) {
	const { expect, control } = stage;
	const before = await reach(stage, 3);
	const [[, first]] = rows(before.html);
	await control.age(DAY_S);
	await linkedCustomer(stage);
	const gone = await linkedCustomer(stage);
	await stage.quiet();

	const { html, text } = await reach(stage, 3);
	const sizes = rows(html);
	expect.same(sizes.length, 3, 'days in the table');
	expect.same(sizes.map(([day]) => day), [0, 1, 2].map((back) => new Date(Date.now() - back * DAY_S * 1000).toISOString().slice(0, 10)), 'the days, newest first');
	expect.same([sizes[0][1], sizes[1][1]], [first + 2, first], 'subscribers today and yesterday');
	expect.contains(text, `Messenger subscribers: ${first + 2}`, 'the heading');
	expect.same([...html.matchAll(/<rect /g)].length, 3, 'bars in the picture');
	expect.contains(html, `<title>${sizes[0][0]}: ${first + 2}</title>`, 'the newest bar');
	return `${gone.customer.externalId} is one of ${first + 2}`;
}
