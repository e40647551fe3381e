import type { CampaignTruth } from '../../../clevertap/controlTypes';
import { useControl } from '../state/useControl';
import { CleverTapCard } from './CleverTapCard';
import { PlayForms, Plays } from './Plays';

const ofCleverTap = ({ vendor, kind }: { vendor: string; kind: string }): boolean => vendor === 'clevertap' && kind !== 'request';

/** CleverTap's dashboard, as far as a demonstration needs it: start campaigns, read their figures. */
export function CleverTapConsole() {
	const { data, failed, again } = useControl<{ campaigns: CampaignTruth[] }>('/clevertap/campaigns', ofCleverTap);
	if (failed !== undefined) return <p class="empty">{failed}</p>;
	return (
		<div class="pane scrolls" tabIndex={0} role="group" aria-label="CleverTap">
			<Plays of="clevertap" />
			<section class="card" aria-label="Campaigns">
				<h3>Campaigns</h3>
				<ul class="things">
					{[...(data?.campaigns ?? [])].reverse().slice(0, 100).map((campaign) => <CleverTapCard key={campaign.id} campaign={campaign} changed={again} />)}
				</ul>
			</section>
			<PlayForms of="clevertap" />
		</div>
	);
}
