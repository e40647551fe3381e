import { dataTables } from './dataTables.mjs';
import { SANDBOX_KEYS, SMARTERSENDS_OFFICE } from '../world/demoCredentials.mjs';
import { browser, formOf as addressOf } from './forms.mjs';

/** What the scenes of Braze × SmarterSends do alike. */

export const PERMISSIONS = [
	'users.track',
	'users.export.ids',
	'messages.schedule.create',
	'messages.schedule.update',
	'messages.schedule.delete',
	'sends.id.create',
	'segments.list',
	'segments.data_series',
	'segments.details',
	'sends.data_series',
];

const CREDENTIAL = 'braze-smartersends-demo';
const INTEGRATION = 'braze-smartersends';
const SENDS = 'smartersends_sends';
const DAY_S = 86_400;

/** The words on the owner's form. */
export const LABEL = {
	key: "Your group's key",
	subject: 'Subject (email)',
	headline: 'Headline (the title of a push)',
	attribute: 'Only guests whose … (a custom attribute, empty for all)',
	guests: 'Guests to mark first (their IDs, empty for none)',
};

/** `days` from now, as the form's date field sends it. */
export const inDays = (days) => new Date(Date.now() + days * DAY_S * 1000).toISOString().slice(0, 10);

/** A text that no other plan has: the same form twice is one send. */
let written = 0;
export const newText = (words) => `${words} (${Date.now().toString(36)}-${(written += 1)})`;

/** @param {ReturnType<typeof import('./stage.mjs').makeStage>} stage */
export async function smarterSends(stage) {
	const { control, rest, world, n8n } = stage;
	const tables = dataTables(rest);
	const owner = browser(n8n.url);
	const office = browser(n8n.url, SMARTERSENDS_OFFICE);
	const formOf = (file) => addressOf(world, world.workflows.find((workflow) => workflow.integration === INTEGRATION && workflow.file === file).id);
	const setUp = async () => await office.submit(formOf('0-set-up-groups.json'), {});
	if (!(await tables.has('smartersends_groups'))) await setUp();
	const keyOf = async (group) => (await tables.rows('smartersends_groups', { group }))[0].owner_key;
	const sendOf = async (reference) => (await tables.rows(SENDS, { reference })).at(-1);
	/** The id of the newest row of the table of failures. */
	const failureMark = async () => (await tables.rows('smartersends_failures')).at(-1)?.id ?? 0;

	return {
		tables,
		office,
		owner,
		formOf,
		setUp,
		keyOf,
		sendOf,
		failureMark,
		failuresSince: async (mark) => (await tables.rows('smartersends_failures')).filter(({ id }) => id > mark),
		/** The owner's form by the owner's own link. */
		plan: async (group, values) => await owner.submit(`${formOf('1-plan-a-send.json')}?key=${await keyOf(group)}`, { Date: inDays(3), Time: '10:00', ...values }),
		/** @param {'Show' | 'Change' | 'Withdraw'} wish */
		ask: async (group, reference, wish, values = {}) =>
			await owner.submit(`${formOf('2-change-or-withdraw.json')}?key=${await keyOf(group)}`, { Reference: reference, 'What to do': wish, ...values }),
		/** The office opens the address that stands in the row and decides. Resolves with the row when it is decided. */
		async decide(reference, decision = 'Approve', remark = '') {
			const { approval_url: url, status } = await stage.waitFor(
				async () => {
					const row = await sendOf(reference);
					return row?.approval_url && row.status.includes('await') && row;
				},
				{ what: `${reference} to await approval` },
			);
			await stage.waitFor(async () => (await office.look(url)).html.includes('Decision'), { what: 'the form of the approval' });
			await office.submit(url, { Decision: decision, 'Your name': 'Dana Office', 'Remark to the owner': remark });
			return await stage.waitFor(
				async () => {
					const row = await sendOf(reference);
					return ![status, 'scheduling'].includes(row.status) && row;
				},
				{ what: `${reference} to be decided` },
			);
		},
		report: async (values = {}) => await office.submit(formOf('3-report.json'), values),
		segments: async () => await office.submit(formOf('4-segments-over-time.json'), {}),
		/** What reached a guest under a send id. */
		inbox: async (guest, sendId) => (await control.call('GET', `/customer/${guest}/inbox`)).messages.filter((message) => message.send_id === sendId),
		does: async (guest, messageId, does) => await control.call('POST', `/customer/${guest}/inbox/${messageId}`, { does }),
		/** Another REST API key in n8n's credential, as the office would paste it; keys cannot be changed at Braze. */
		async useKey({ permissions = PERMISSIONS, allowList } = {}) {
			const { key } = await control.call('POST', '/braze/keys', { permissions, ...(allowList ? { allow_list: allowList } : {}) });
			await pasteKey(key);
		},
		useUsualKey: async () => await pasteKey(SANDBOX_KEYS.smarterSendsApiKey),
		/** Approvals that nobody gives any more would be waited for by whatever comes next. */
		async leave() {
			const waiting = await rest.executions({ status: ['waiting'], limit: 100 });
			for (const { id, workflowName } of waiting) if (workflowName.includes('SmarterSends')) await rest.call('POST', `/executions/${id}/stop`);
		},
	};

	async function pasteKey(apiKey) {
		await rest.call('PATCH', `/credentials/${CREDENTIAL}`, {
			name: 'Braze (SmarterSends)',
			type: 'brazeMessagingApi',
			data: { instance: 'custom', baseUrl: world.sandbox.ready.vendors.braze, apiKey, webhookSecret: '' },
		});
	}
}
