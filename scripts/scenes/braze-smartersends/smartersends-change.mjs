import { inDays, newText, smarterSends } from '../../lib/scenes/smarterSends.mjs';

export const name = 'smartersends-change';
export const title = 'an owner changes a send after approval, withdraws others, and sees nothing of another group';
export const integration = 'braze-smartersends';

const referenceIn = ({ text }) => /reference: (\S+)/.exec(text)?.[1];

export async function run(stage) {
	const { expect, control } = stage;
	const office = await smarterSends(stage);
	const planned = async (group, words) => referenceIn(await office.plan(group, { Text: newText(words) }));
	const callsTo = (path, mark) => stage.feed.since(mark).filter(({ request }) => request?.path === path).length;
	try {
		// A change: the old one stands until somebody approved.
		const changed = await planned('Lyon', 'Soupe du jour');
		await office.decide(changed);
		const newWords = newText('Fondue');
		let mark = stage.feed.mark;
		expect.contains((await office.ask('Lyon', changed, 'Change', { Text: newWords, Date: inDays(5), Time: '08:15' })).text, 'until then the old one stands', 'the page of the change');
		expect.same((await office.sendOf(changed)).status, 'change awaits approval', 'the send');
		expect.same(callsTo('/messages/schedule/update', mark), 0, 'changes at Braze before somebody approved');
		const row = await office.decide(changed);
		expect.same([row.status, row.planned_for], ['scheduled', `${inDays(5)} 07:15 UTC`], 'the changed send');
		expect.same([callsTo('/messages/schedule/update', mark), callsTo('/messages/schedule/create', mark)], [1, 0], 'changes and new schedules at Braze');
		expect.contains((await office.ask('Lyon', changed, 'Show')).text, newWords, 'what the owner sees');

		// A rejected change leaves the send as it was.
		await office.ask('Lyon', changed, 'Change', { Text: newText('Raclette') });
		const still = await office.decide(changed, 'Reject', 'Too much cheese');
		expect.same([still.status, still.alive, still.remark], ['scheduled', true, 'Too much cheese'], 'the send after a rejected change');

		// Another group's key finds nothing, and says no more than for what does not exist.
		const other = await office.ask('Oslo', changed, 'Withdraw');
		const none = await office.ask('Oslo', 'lyon-0000000000', 'Withdraw');
		expect.same(other.text, none.text, "another group's send by this key, and one that does not exist");
		expect.contains(other.text, 'no send with this reference', 'the page');

		// Withdrawn after and before approval; rejected.
		const withdrawn = await planned('Lyon', 'Huîtres');
		await office.decide(withdrawn);
		mark = stage.feed.mark;
		expect.contains((await office.ask('Lyon', withdrawn, 'Withdraw')).text, 'is withdrawn', 'the page');
		expect.same(callsTo('/messages/schedule/delete', mark), 1, 'schedules deleted at Braze');
		const early = await planned('Lyon', 'Escargots');
		await stage.waitFor(async () => (await office.sendOf(early)).approval_url, { what: 'the approval' });
		await office.ask('Lyon', early, 'Withdraw');
		await office.office.submit((await office.sendOf(early)).approval_url, { Decision: 'Approve', 'Your name': 'Too late' });
		const rejected = await planned('Lyon', 'Tripes');
		expect.same((await office.decide(rejected, 'Reject', 'No')).status, 'rejected', 'a rejected plan');

		await control.age(6 * 86_400);
		const [letter] = await stage.waitFor(async () => { const held = await office.inbox('guest-06', changed); return held.length > 0 && held; }, { what: 'the changed e-mail' });
		expect.contains(letter.html, newWords, 'the changed e-mail');
		await stage.feed.next(500);
		for (const gone of [withdrawn, early, rejected]) expect.same((await office.inbox('guest-06', gone)).length, 0, `e-mails of ${gone}`);
		expect.same((await office.sendOf(early)).status, 'withdrawn', 'a plan withdrawn before it was approved');
		expect.contains((await office.ask('Lyon', changed, 'Withdraw')).text, 'does not work', 'withdrawing what went out');
	} finally {
		await office.leave();
	}
}
