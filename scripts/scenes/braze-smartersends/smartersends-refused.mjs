import { LABEL, inDays, newText, smarterSends } from '../../lib/scenes/smarterSends.mjs';

export const name = 'smartersends-refused';
export const title = 'local content that breaks out, a message without its unsubscribe link, foreign guests and links are refused; an unknown outcome is told and not repeated';
export const integration = 'braze-smartersends';

const referenceIn = ({ text }) => /reference: (\S+)/.exec(text)?.[1];

async function refusals(stage, office) {
	const cases = [
		['Liquid that hides the footer', { Text: 'Hallo {% comment %}' }, 'could take away the unsubscribe link'],
		['Liquid in the subject', { [LABEL.subject]: '{{ "now" | date: "%s" }}' }, 'may hold no Liquid'],
		['a slot of the brand', { Text: 'Hallo [[legal_text]]' }, 'no slots'],
		['a link elsewhere', { Link: 'https://acme.example.evil.example/x' }, 'Link: must lead to'],
		['a link with a script', { Link: 'javascript:alert(1)' }, 'Link: must begin with https://'],
		['a date that is past', { Date: inDays(-1) }, 'at least ten minutes ahead'],
		['a time that is none', { Time: '25:00' }, 'Date and time'],
		["each guest's own clock tomorrow morning", { Date: inDays(1), Time: '00:05', 'This is the time': "Each guest's own clock" }, 'at least 26 hours ahead'],
		['a long SMS', { Channel: 'SMS', Text: 'x'.repeat(301) }, '301 characters; 300 are allowed'],
		["another group's guest", { [LABEL.guests]: 'guest-05', Mark: 'local_regular', 'Mark value': 'yes' }, 'guest-05: is no guest of Berlin'],
		['a guest whom nobody knows', { [LABEL.guests]: 'guest-99', Mark: 'local_regular', 'Mark value': 'yes' }, 'guest-99: is no guest of Berlin'],
		['an attribute of the brand', { [LABEL.guests]: 'guest-01', Mark: 'franchise', 'Mark value': 'lyon' }, 'Mark: must begin with local_'],
	];
	for (const [what, values, told] of cases) {
		const { text } = await office.plan('Berlin', { Text: newText('Pizza'), ...values });
		stage.expect.contains(text, told, `the page for ${what}`);
		stage.expect.contains(text, 'Nothing was planned', `the page for ${what}`);
	}
	return cases.length;
}

async function wrongKeys({ expect }, office) {
	const { group } = (await office.tables.rows('smartersends_groups'))[0];
	expect.same(group, '(brand)', 'the first row, which has no key');
	for (const key of ['', ' ', '0'.repeat(32), '%']) {
		const { text } = await office.owner.submit(office.formOf('1-plan-a-send.json'), { [LABEL.key]: key, Text: 'Hi', Date: inDays(3), Time: '10:00' });
		expect.contains(text, 'This key is not known', `the page for the key “${key}”`);
	}
	const { status } = await office.owner.look(office.formOf('3-report.json'));
	expect.same(status, 401, "the office's form without a password");
}

async function brokenLayouts(stage, office) {
	const { tables } = office;
	const [{ body }] = await tables.rows('smartersends_layouts', { layout: 'brand', channel: 'email' });
	const broken = [
		['without the link', body.replace(/<a href="\{\{\$\{set_user[^<]*<\/a>/, ''), 'The unsubscribe link is missing'],
		['with the link in a comment', body.replace(/(<a href="\{\{\$\{set_user[^<]*<\/a>)/, '<!-- $1 -->'), 'The unsubscribe link is missing'],
		['without the legal text', body.replace('[[legal_text]]', ''), 'The legal text is missing'],
		['with a slot that nobody fills', body.replace('[[legal_text]]', '[[legal_text]] [[hours]]'), 'has a slot that nobody fills: [[hours]]'],
		['with a variable that Braze does not know', body.replace('${first_name}', '${firstname}'), 'is no standard attribute of Braze'],
	];
	await tables.update('smartersends_groups', { group: 'Oslo' }, { layout: 'broken' });
	try {
		for (const [what, wrong, told] of broken) {
			await tables.insert('smartersends_layouts', { layout: 'broken', channel: 'email', body: wrong });
			const { text } = await office.plan('Oslo', { Text: newText('Fisk') });
			stage.expect.contains(text, told, `the page for a layout ${what}`);
			await tables.remove('smartersends_layouts', { layout: 'broken' });
		}
	} finally {
		await tables.update('smartersends_groups', { group: 'Oslo' }, { layout: '' });
	}
}

async function unknownOutcome(stage, office) {
	const { expect, control } = stage;
	const values = { Text: newText('Verbindung weg') };
	const reference = referenceIn(await office.plan('Berlin', values));
	const mark = stage.feed.mark;
	const failures = await office.failureMark();
	await control.fault({ vendor: 'braze', route: 'POST /messages/schedule/create', reset: 'after', times: 1 });
	const row = await office.decide(reference);
	expect.same([row.status, row.alive], ['unknown', true], 'the row');
	expect.contains(row.to_do, 'nothing was tried again', 'what to do');
	const told = await stage.waitFor(async () => (await office.failuresSince(failures))[0], { what: 'the office to be told' });
	expect.contains(told.what, reference, 'the failure');
	expect.contains((await office.plan('Berlin', values)).text, 'Planned already', 'the same form again');
	expect.contains((await office.ask('Berlin', reference, 'Withdraw')).text, 'cannot be changed or withdrawn', 'withdrawing it');
	expect.same(stage.feed.since(mark).filter(({ request }) => request?.path === '/messages/schedule/create').length, 1, 'calls that schedule');
	await control.age(4 * 86_400);
	await stage.waitFor(async () => (await office.inbox('guest-01', reference)).length > 0, { what: 'the e-mail that Braze had scheduled after all' });
	await office.report();
	expect.true((await office.tables.rows('smartersends_report', { reference }))[0].sent > 0, 'the report shows that it went out');
}

export async function run(stage) {
	const office = await smarterSends(stage);
	try {
		const mark = stage.feed.mark;
		const refused = await refusals(stage, office);
		await wrongKeys(stage, office);
		await brokenLayouts(stage, office);
		const writes = stage.feed.since(mark).filter(({ vendor, kind, request }) => vendor === 'braze' && kind === 'request' && request.method === 'POST' && !request.path.includes('/export/'));
		stage.expect.same(writes.map(({ request }) => request.path), [], 'what was written to Braze meanwhile');
		await unknownOutcome(stage, office);
		return `${refused} kinds of content refused`;
	} finally {
		await office.leave();
	}
}
