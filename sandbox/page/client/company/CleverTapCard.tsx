import type { CampaignTruth } from '../../../clevertap/controls/controlTypes';
import { control } from '../net/control';
import { attempt, say } from '../state/toast';
import { customer } from '../state/view';
import { CleverTapPicture } from './CleverTapPicture';

const HOW: Record<CampaignTruth['delivery'], string> = {
	one_time: 'To its whole audience, at once',
	api: 'Made by the API, to its audience',
	action: 'Whenever the event happens',
	external_trigger: 'Waits to be triggered by the API',
};

/** An `action` campaign goes live, then the customer in view does what it waits for. */
async function start({ id, name, delivery, status, trigger }: CampaignTruth): Promise<void> {
	if (delivery !== 'action' || status !== 'running') await control('POST', `/clevertap/campaigns/${id}/start`, {});
	if (delivery === 'action' && trigger !== undefined) {
		await control('POST', `/clevertap/profiles/${encodeURIComponent(customer.value)}/events`, { evtName: trigger.eventName, evtData: { order_id: `A-${Date.now() % 10_000}` } });
	}
	say(`“${name}” was started.`);
}

/** One campaign: what starts it, and its figures. */
export function CleverTapCard({ campaign, changed }: { campaign: CampaignTruth; changed: () => void }) {
	const { name, channel, delivery, status, trigger } = campaign;
	const run = (work: () => Promise<unknown>): void => void attempt(work).then(changed);
	return (
		<li class="thing">
			<div class="thing-head">
				<span class="thing-name">{name}</span>
				<span class="tag">{channel}</span>
				<span class="tag">{status}</span>
			</div>
			<p class="hint">{`${HOW[delivery]}${trigger === undefined ? '' : ` “${trigger.eventName}”`}`}</p>
			<CleverTapPicture label={name} campaign={campaign} />
			<div class="row">
				<button type="button" class="button" onClick={() => run(() => start(campaign))}>{delivery === 'action' ? `Start with ${customer.value}` : 'Start'}</button>
				{status === 'running' && <button type="button" class="button quiet" onClick={() => run(() => control('POST', `/clevertap/campaigns/${campaign.id}/stop`, {}))}>Stop</button>}
			</div>
		</li>
	);
}
