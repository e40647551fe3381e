import type { CampaignTruth } from '../../../clevertap/controls/controlTypes';
import { n8n } from '../state/world';
import { useControl } from '../state/useControl';
import { CleverTapCard } from './CleverTapCard';
import { CleverTapPicture } from './CleverTapPicture';
import { FormLinks } from './FormLinks';
import { formsOf } from './forms';
import { campaignOf, newestOf } from './playFigures';
import { PlayItem, playsOf } from './Plays';

const ofCleverTap = ({ vendor, kind }: { vendor: string; kind: string }): boolean => vendor === 'clevertap' && kind !== 'request';

const SHOWN = 100;

/** CleverTap's dashboard, as far as a demonstration needs it: start campaigns, read their figures. */
export function CleverTapConsole() {
	const { data, failed, again } = useControl<{ campaigns: CampaignTruth[] }>('/clevertap/campaigns', ofCleverTap);
	if (failed !== undefined) return <p class="empty">{failed}</p>;
	const campaigns = [...(data?.campaigns ?? [])].reverse();
	const plays = playsOf('clevertap').map((play) => {
		const played = campaignOf(play);
		return { play, campaign: played && newestOf(played, campaigns) };
	});
	return (
		<div class="pane scrolls" tabIndex={0} role="group" aria-label="CleverTap">
			{plays.length > 0 && (
				<section class="card" aria-label="Start a campaign">
					<h3>Start a campaign</h3>
					<ul class="play-list">
						{plays.map(({ play, campaign }) => (
							<PlayItem key={play.title} play={play}>
								{campaign && campaign.figures.qualified > 0 && <CleverTapPicture title="Counted by CleverTap" label={`Figures of “${play.title}”`} campaign={campaign} />}
							</PlayItem>
						))}
					</ul>
				</section>
			)}
			<section class="card" aria-label="Campaigns">
				<h3>Campaigns</h3>
				<p class="hint">All of them, newest first.</p>
				<ul class="things">
					{campaigns.slice(0, SHOWN).map((campaign) => <CleverTapCard key={campaign.id} campaign={campaign} changed={again} />)}
				</ul>
			</section>
			{[...formsOf(n8n.value.plays, 'clevertap')].map(([title, forms]) => <FormLinks key={title} title={`Forms: ${title}`} forms={forms} />)}
		</div>
	);
}
