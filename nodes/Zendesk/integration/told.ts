import type { IDataObject } from 'n8n-workflow';
import type { Webhook } from '../shapes';
import type { Done } from './apply';
import { brazeMessage } from './directBodies';
import type { Live } from './live';
import type { Plan, Step } from './plan';
import type { Wanted } from './wanted';

const named = ({ title, triggerId }: Live): string => `"${title}" (${triggerId})`;

const WHERE = 'Admin Center > Objects and rules > Triggers';

/** What is doubled, and the way from the old to the new set-up and back; nothing where nothing else is live. */
export function cutOver({ way }: Wanted, { live, steps }: Plan, subscribed: Webhook[]): IDataObject {
	const warnings: string[] = [];
	if (live.length > 0) warnings.push(`A set-up that does the same is live: ${live.map(named).join(', ')}. With both switched on every SMS goes out twice, so the triggers made here stand switched off where the other one works.`);
	if (subscribed.length > 0) warnings.push(`n8n is subscribed to agents' replies by itself (${subscribed.map(({ name }) => name).join(', ')}): with the triggers of this set-up every reply would go out twice. Use one of the two.`);
	const isOtherBody = steps.some(({ kind, differences }) => kind === 'trigger' && differences.some(({ field }) => field === 'body'));
	if (way === 'direct' && isOtherBody) warnings.push('The bodies differ: put "brazeMessage" into the Braze SMS campaign in the same moment as you repair them, since it reads the text in its new form only.');
	if (live.length === 0) return { warnings };
	const ours = steps.flatMap(({ kind, name }) => (kind === 'trigger' ? [`"${name}"`] : [])).join(', ');
	const intake = way === 'n8n' ? 'Publish the n8n workflow that takes the replies, and see that it is active.' : 'See that the two Braze campaigns are live and decode the text as "brazeMessage" does.';
	return {
		warnings,
		cutOver: [
			intake,
			'Run Integration: Adopt Open Tickets, so that conversations under way keep their ticket.',
			`In ${WHERE} switch off ${live.map(named).join(', ')}. From now on replies wait; keep it short.`,
			'Run Set Up again with "Repair" on: it switches the new triggers on.',
			'Answer a ticket of your own, and see one SMS arrive.',
		],
		wayBack: [`In ${WHERE} switch off ${ours}.`, `There switch on ${live.map(named).join(', ')}.`],
	};
}

const row = (step: Step | Done): IDataObject => ({
	kind: step.kind,
	name: step.name,
	id: step.id,
	action: 'done' in step ? step.done : step.action,
	differences: step.differences.map((difference) => ({ ...difference })) as IDataObject[],
	...(step.kind === 'trigger' ? { active: step.active } : {}),
	...(step.kind === 'webhook' ? { endpoint: step.webhook.endpoint } : {}),
});

const changes = (step: Step | Done): boolean => ('done' in step ? step.done === 'created' || step.done === 'repaired' : step.action === 'create');

/** The report: one item, the same for a dry run and a real one. */
export function toldSetUp(wanted: Wanted, plan: Plan, done: Done[] | undefined, subscribed: Webhook[]): IDataObject {
	const steps: Array<Step | Done> = done ?? plan.steps;
	const drift = steps.filter((step) => step.action === 'differs' && !('done' in step && step.done === 'repaired'));
	return {
		way: wanted.way,
		dryRun: done === undefined,
		changes: steps.filter(changes).length,
		differs: drift.map(({ name }) => name),
		steps: steps.map(row),
		...cutOver(wanted, plan, subscribed),
		...(wanted.way === 'direct' ? { brazeMessage } : {}),
	};
}
