import { LABEL, newText, smarterSends } from '../../lib/scenes/smarterSends.mjs';

export const name = 'smartersends-campaign';
export const title = 'franchises write to their guests, the office approves, Braze sends when the time comes, and the report says what really went out';
export const integration = 'braze-smartersends';

const GUESTS = { Berlin: ['guest-01', 'guest-02', 'guest-03', 'guest-04'], Lyon: ['guest-05', 'guest-06', 'guest-07', 'guest-08'], Oslo: ['guest-09', 'guest-10', 'guest-11', 'guest-12'] };
/** A plan that is neither changed nor withdrawn takes eight of the ten permissions. */
const ENDPOINTS = [
	'GET /segments/data_series',
	'GET /segments/details',
	'GET /segments/list',
	'GET /sends/data_series',
	'POST /messages/schedule/create',
	'POST /sends/id/create',
	'POST /users/export/ids',
	'POST /users/track',
];
const FIGURES = ['sent', 'delivered', 'opened', 'clicked', 'unsubscribed', 'bounced'];

const referenceIn = ({ text }) => /reference: (\S+)/.exec(text)?.[1];

/** Plans, and has it approved. */
async function scheduled(stage, office, group, values) {
	const page = await office.plan(group, values);
	stage.expect.contains(page.text, 'Handed in', `the page that ${group} sees`);
	const row = await office.decide(referenceIn(page));
	stage.expect.same(row.status, 'scheduled', `the send of ${group} (${row.what})`);
	return row;
}

async function setUpTwice({ expect }, office) {
	await office.setUp();
	const before = await office.tables.rows('smartersends_groups');
	const { text } = await office.setUp();
	expect.contains(text, 'Set up', 'the page of the set-up');
	const after = await office.tables.rows('smartersends_groups');
	expect.same(after.map(({ group }) => group), before.map(({ group }) => group), 'the groups after a second set-up');
	expect.same(after.map(({ owner_key: key }) => key), before.map(({ owner_key: key }) => key), 'the keys after a second set-up');
	const keys = after.filter(({ group }) => group !== '(brand)').map(({ owner_key: key }) => key);
	expect.true(new Set(keys).size === keys.length && keys.every((key) => key.length === 32), 'every group has a long key of its own');
}

/** The same form twice in the same moment, two approvals at once, and the form once more later. */
async function once(stage, office) {
	const { expect, feed } = stage;
	const values = { Text: newText('Nur einmal') };
	const pages = await Promise.all([office.plan('Berlin', values), office.plan('Berlin', values)]);
	expect.same(pages.map(({ text }) => text.includes('Handed in')).sort(), [false, true], 'of two forms sent in one moment, handed in');
	const reference = referenceIn(pages.find(({ text }) => text.includes('Handed in')));
	const mark = feed.mark;
	const { approval_url: url } = await stage.waitFor(async () => { const row = await office.sendOf(reference); return row.approval_url && row; }, { what: 'the approval' });
	await stage.waitFor(async () => (await office.office.look(url)).html.includes('Decision'), { what: 'the form of the approval' });
	await Promise.allSettled([1, 2].map(async (who) => await office.office.submit(url, { Decision: 'Approve', 'Your name': `Approver ${who}` })));
	await stage.waitFor(async () => (await office.sendOf(reference)).status === 'scheduled', { what: 'the send to be scheduled' });
	expect.contains((await office.plan('Berlin', values)).text, 'Planned already', 'the same form an hour later');
	const creates = feed.since(mark).filter(({ request }) => request?.path === '/messages/schedule/create');
	expect.same(creates.length, 1, 'schedules made at Braze');
	expect.same((await office.tables.rows('smartersends_sends', { reference })).length, 1, 'rows of this send');
	return reference;
}

/** One group has a segment that is not tracked, another one that Braze does not list: both are said. */
async function segments({ expect }, office) {
	const { text, html } = await office.segments();
	expect.contains(html, '<polyline', 'the page of the segments');
	for (const group of ['Berlin', 'Lyon', 'Oslo']) expect.contains(text, `Franchise ${group}`, 'the page of the segments');
	const edit = async (group, segment) => await office.tables.update('smartersends_groups', { group }, { segment_id: segment });
	await edit('Berlin', 'segment-opening');
	await edit('Oslo', 'segment-all-guests');
	const mixed = await office.segments();
	await edit('Lyon', 'segment-of-nobody');
	await edit('Oslo', 'segment-opening');
	const none = await office.segments();
	for (const group of ['Berlin', 'Lyon', 'Oslo']) await edit(group, `segment-${group.toLowerCase()}`);
	expect.contains(mixed.text, 'Berlin : Braze lists no segment segment-opening', 'the page with an archived segment');
	expect.contains(mixed.text, 'switch on Analytics Tracking', 'the page with a segment that is not tracked');
	expect.contains(mixed.html, '<polyline', 'the page with one segment that is tracked');
	expect.contains(none.text, 'Lyon : Braze lists no segment segment-of-nobody', 'the page without any segment');
}

const count = (messages, action) => messages.filter(({ did }) => did.includes(action)).length;

/** What the report must say, from what the guests really hold. Bounced messages lie in no inbox. */
async function truth(office, row, { bounced = 0 } = {}) {
	const messages = (await Promise.all(GUESTS[row.group].map((guest) => office.inbox(guest, row.send_id)))).flat();
	return { sent: messages.length + bounced, delivered: messages.length, opened: count(messages, 'open'), clicked: count(messages, 'click'), unsubscribed: count(messages, 'unsubscribe'), bounced };
}

const only = (row) => Object.fromEntries(FIGURES.map((figure) => [figure, row[figure]]));

export async function run(stage) {
	const { expect, control } = stage;
	const office = await smarterSends(stage);
	const subscribeAgain = async () => await control.call('GET', '/customer/guest-08/email-preferences/subscribed');
	try {
		await subscribeAgain();
		// The address of guest-12 bounces once; then Braze sends nothing to it any more.
		const { hard_bounces: gone } = await control.call('GET', '/braze/addresses');
		const bounced = gone.includes('bounce.olav@example.com') ? 0 : 1;
		await setUpTwice(stage, office);
		const mark = stage.feed.mark;
		const berlin = await scheduled(stage, office, 'Berlin', {
			Text: newText('Neue Pizza & "Pasta" <b>ab Montag</b>\n\nBis bald'),
			[LABEL.guests]: 'guest-01, guest-02\nguest-04', Mark: 'local_regular', 'Mark value': 'yes', [LABEL.attribute]: 'local_regular', '… value': 'yes',
		});
		const lyon = await scheduled(stage, office, 'Lyon', { Text: newText('Terrasse ouverte') });
		const oslo = await scheduled(stage, office, 'Oslo', { Text: newText('Sommerfest'), 'This is the time': "Each guest's own clock" });
		const sms = await scheduled(stage, office, 'Lyon', { Channel: 'SMS', Text: newText('Ce soir : musique') });
		const push = await scheduled(stage, office, 'Berlin', { Channel: 'Push', Text: newText('Heute 2 für 1') });
		expect.true(lyon.send_ids_left === berlin.send_ids_left - 1, `the day's send IDs are counted down (${berlin.send_ids_left}, then ${lyon.send_ids_left})`);
		expect.same((await control.brazeProfile('guest-01')).custom_attributes.local_regular, 'yes', 'the mark of a guest');
		expect.same((await control.brazeProfile('guest-03')).custom_attributes.local_regular, undefined, 'the mark of a guest who was not named');
		await once(stage, office);

		await control.age(4 * 86_400);
		// guest-03 has no mark, guest-04 opted out of e-mail.
		const [letter] = await stage.waitFor(async () => { const held = await office.inbox('guest-02', berlin.send_id); return held.length > 0 && held; }, { what: 'the e-mail of Berlin' });
		await stage.waitFor(async () => (await office.inbox('guest-10', oslo.send_id)).length > 0, { what: 'the e-mail of Oslo' });
		await stage.feed.next(500);
		expect.same((await office.inbox('guest-03', berlin.send_id)).length, 0, 'e-mails to a guest outside of the narrowed audience');
		expect.same((await office.inbox('guest-04', berlin.send_id)).length, 0, 'e-mails to a guest who opted out');
		expect.same([letter.from, letter.message_variation_id], ['Acme Berlin <berlin@acme.example>', 'variation-email-berlin'], 'sender and variation of Berlin');
		expect.contains(letter.html, '&quot;Pasta&quot; &lt;b&gt;ab Montag&lt;/b&gt;', 'the local text, escaped');
		expect.contains(letter.text, 'Acme Berlin GmbH', 'the legal text');
		expect.true(letter.links.some((link) => link.includes('email-preferences')), 'the e-mail has its unsubscribe link');
		expect.same((await office.inbox('guest-10', oslo.send_id))[0].message_variation_id, 'variation-email-default', 'the variation of a group without its own');
		const [short] = await office.inbox('guest-05', sms.send_id);
		expect.contains(short.text, 'Reply STOP', 'the SMS');
		expect.same((await office.inbox('guest-01', push.send_id)).map(({ channel, title: pushTitle }) => [channel, pushTitle]), [['ios_push', 'Diese Woche']], 'the push');

		await office.does('guest-02', letter.id, 'click');
		const [french] = await office.inbox('guest-07', lyon.send_id);
		await office.does('guest-07', french.id, 'open');
		await office.does('guest-08', (await office.inbox('guest-08', lyon.send_id))[0].id, 'unsubscribe');
		const page = await office.report();
		expect.contains(page.html, '<svg', 'the report');
		const rows = await office.tables.rows('smartersends_report');
		for (const [row, less] of [[berlin], [lyon], [sms], [push], [oslo, { bounced }]]) {
			expect.same(only(rows.find(({ reference }) => reference === row.reference)), await truth(office, row, less), `the figures of ${row.group} by ${row.channel}`);
		}
		for (const group of ['Berlin', 'Lyon', 'Oslo', 'Total']) {
			const own = rows.filter((row) => group === 'Total' || row.group === group);
			const sums = FIGURES.map((figure) => own.reduce((sum, row) => sum + row[figure], 0));
			expect.contains(page.html, `<tr><td>${group}</td>${sums.map((sum) => `<td>${sum}</td>`).join('')}</tr>`, `the report's line of ${group}`);
		}

		await segments(stage, office);
		const called = stage.feed.since(mark).filter(({ vendor, kind, executionId }) => vendor === 'braze' && kind === 'request' && executionId !== undefined);
		expect.same([...new Set(called.map(({ request }) => `${request.method} ${request.path.split('?')[0]}`))].sort(), ENDPOINTS, "Braze's endpoints that were called");
		return `${rows.length} sends in the report`;
	} finally {
		await subscribeAgain();
		await office.leave();
	}
}
