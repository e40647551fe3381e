import { brazeApi } from './brazeApi.mjs';
import { dataTables } from './dataTables.mjs';
import { SENDBIRD_OFFICE } from '../world/demoCredentials.mjs';
import { browser, formOf } from './forms.mjs';

/** What the scenes of the whole segment do alike. */

const WORKFLOW = 'brazeSendbird7';
const RUNS = 'Sendbird segment sends';
const EXPORT_S = 61;

/** A segment of the sandbox: everybody whose franchise is Oslo. Four guests without a Sendbird id belong to it, who are another integration's. */
export const SEGMENT = 'segment-oslo';
export const FRANCHISE = 'oslo';
export const GUESTS = 4;

export const VARIABLES = '{ "first_name": "[[first_name|there]]", "order": "[[order]]" }';

/** What Braze is to know of these people at once. @param {ReturnType<typeof import('./stage.mjs').makeStage>} stage */
export const track = async (stage, people, attributes) => await brazeApi(stage, '/users/track', { attributes: people.map(({ externalId }) => ({ external_id: externalId, ...attributes })) });

/** @param {ReturnType<typeof import('./stage.mjs').makeStage>} stage */
export function segmentForm(stage) {
	const { rest, world, control, waitFor } = stage;
	const office = browser(world.n8n.url, SENDBIRD_OFFICE);
	const url = formOf(world, WORKFLOW);
	const tables = dataTables(rest);
	const waiting = async () => (await rest.executions({ workflowId: WORKFLOW, status: ['waiting'], limit: 5 })).length > 0;

	/** The form as the office sends it. Resolves with the page that follows, once the execution comes to it. */
	const submit = async (values = {}) => await office.submit(url, { 'Segment identifier': SEGMENT, 'Template key': 'order-shipped', 'Variables as JSON': VARIABLES, ...values });

	return {
		url,
		stranger: browser(world.n8n.url),
		submit,
		/**
		 * The form, and Braze's export until it is done.
		 * @param {() => Promise<unknown>} [meanwhile] while Braze exports
		 * @returns {Promise<{ text: string, row: Record<string, any>, leftOut: Record<string, string> }>} the last page, the run's row, and who was left out for which reason
		 */
		async run(values = {}, meanwhile = async () => {}) {
			const page = submit(values);
			page.catch(() => {});
			await waitFor(waiting, { what: 'the workflow to wait for Braze' });
			const { execution } = (await tables.rows(RUNS)).at(-1);
			await meanwhile();
			await control.age(EXPORT_S);
			const { text } = await page;
			const [row] = await tables.rows(RUNS, { execution });
			const left = await tables.rows('Sendbird segment left out', { execution });
			return { text, row, leftOut: Object.fromEntries(left.map(({ user_id: user, outcome }) => [user, outcome])) };
		},
	};
}
