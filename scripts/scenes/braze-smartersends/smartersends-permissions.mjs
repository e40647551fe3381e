import { LABEL, PERMISSIONS, inDays, newText, smarterSends } from '../../lib/scenes/smarterSends.mjs';

export const name = 'smartersends-permissions';
export const title = 'each of the ten permissions taken away in turn: ten runs, ten messages that name it; an address that the key does not allow is told apart';
export const integration = 'braze-smartersends';
export const quiet = true;

const referenceIn = ({ text }) => /reference: (\S+)/.exec(text)?.[1];

/** From the groups to the report; what cannot be done any more is left out. */
async function play(office) {
	await office.segments();
	const page = await office.plan('Berlin', { Text: newText('Zehnmal'), [LABEL.guests]: 'guest-02', Mark: 'local_regular', 'Mark value': 'yes' });
	const reference = referenceIn(page);
	if (reference !== undefined) {
		const { status } = await office.decide(reference);
		if (status === 'scheduled') {
			await office.ask('Berlin', reference, 'Change', { Date: inDays(4) });
			await office.decide(reference);
			await office.report();
			await office.ask('Berlin', reference, 'Withdraw');
		}
	}
	return page;
}

/** What the office reads in the table of failures after it. */
async function toldOf(stage, office) {
	const mark = await office.failureMark();
	await play(office);
	await stage.waitFor(async () => (await office.failuresSince(mark)).length > 0, { what: 'the failure to be told' });
	await stage.quiet(500);
	return await office.failuresSince(mark);
}

export async function run(stage) {
	const { expect } = stage;
	const office = await smarterSends(stage);
	const named = [];
	try {
		const mark = await office.failureMark();
		await office.useKey();
		await play(office);
		await stage.quiet(500);
		expect.same((await office.failuresSince(mark)).map(({ what, to_do: toDo }) => `${what} ${toDo}`), [], 'failures with all ten permissions');

		for (const missing of PERMISSIONS) {
			await office.useKey({ permissions: PERMISSIONS.filter((permission) => permission !== missing) });
			const failures = await toldOf(stage, office);
			const texts = failures.map(({ what, to_do: toDo }) => `${what} ${toDo}`);
			for (const text of texts) {
				expect.contains(text, `"${missing}"`, `the message without ${missing}`);
				expect.true(!/allowlist/i.test(text), `the message without ${missing} speaks of no allowlist: ${text}`);
				for (const other of PERMISSIONS.filter((permission) => permission !== missing)) expect.true(!text.includes(`"${other}"`), `without ${missing}, ${other} is not named: ${text}`);
			}
			named.push(missing);
			stage.say(`without ${missing}: ${failures[0].step}: ${failures[0].to_do}`);
		}

		await office.useKey({ allowList: ['203.0.113.7'] });
		for (const { what, to_do: toDo } of await toldOf(stage, office)) {
			expect.contains(toDo, 'allowlist', 'the message to an address that the key does not allow');
			for (const permission of PERMISSIONS) expect.true(!`${what} ${toDo}`.includes(permission), `no permission is named: ${toDo}`);
		}
		return `${named.length} permissions named`;
	} finally {
		await office.useUsualKey();
		await office.leave();
	}
}
