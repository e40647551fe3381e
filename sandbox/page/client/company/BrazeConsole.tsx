import type { Play } from '../../pageTypes';
import { customer } from '../state/view';
import { n8n, people } from '../state/world';
import { BrazeCard } from './BrazeCard';
import { BrazePicture } from './BrazePicture';
import { readThings, type BrazeThing } from './brazeReads';
import { FormLinks } from './FormLinks';
import { formsOf } from './forms';
import { campaignOf, newestOf } from './playFigures';
import { PlayItem, playsOf } from './Plays';
import { useBraze } from './useBraze';

const SMARTERSENDS = 'Braze × SmarterSends';

/** A customer texts the keyword: no campaign is started, several wait for it. */
const keywordSms = (who: string): Play => ({
	title: `Text SUPPORT as ${who}`,
	hint: 'Keyword SMS: the customer texts the keyword; Braze answers at once, and a campaign posts the text to n8n, which opens a ticket.',
	console: 'braze',
	calls: [{ method: 'POST', path: '/customer/{customer}/messages', body: { text: 'SUPPORT' } }],
});

/** Those that post what customers text to n8n. */
const catchTexts = ({ schedule, channels }: BrazeThing): boolean => schedule === 'action_based' && channels?.includes('webhook') === true;

/** `things`: undefined until they are read. */
function Started({ things }: { things: readonly BrazeThing[] | undefined }) {
	const figures = (play: Play): BrazeThing[] => {
		const played = campaignOf(play);
		const thing = played && newestOf(played, (things ?? []).filter(({ kind }) => kind === played.kind));
		return thing === undefined ? [] : [thing];
	};
	const id = customer.value;
	const forms = n8n.value.plays.filter(({ calls }) => calls === undefined);
	return (
		<section class="card" aria-label="Start a campaign">
			<h3>Start a campaign</h3>
			<ul class="play-list">
				<PlayItem play={keywordSms(people.value.find((one) => one.id === id)?.name ?? id)}>
					<BrazePicture title="Texts posted to n8n, in 14 days" label="Texts that were posted to n8n" things={(things ?? []).filter(catchTexts).reverse()} empty={things && 'No text was posted to n8n yet.'} />
				</PlayItem>
				{playsOf('braze').map((play) => (
					<PlayItem key={play.title} play={play} then={forms.find(({ link }) => link === play.link)?.title}>
						<BrazePicture title="Counted by Braze in 14 days" label={`Figures of “${play.title}”`} things={figures(play)} />
					</PlayItem>
				))}
			</ul>
		</section>
	);
}

/** Braze's dashboard, as far as a demonstration needs it: start campaigns, read their figures. */
export function BrazeConsole() {
	const { data: things, failed } = useBraze('things', readThings);
	const forms = formsOf(n8n.value.plays, 'braze');
	const local = forms.get(SMARTERSENDS);
	return (
		<div class="pane scrolls" tabIndex={0} role="group" aria-label="Braze">
			<Started things={things} />
			{local && (
				<FormLinks title={SMARTERSENDS} forms={local}>
					<BrazePicture title="Sent to guests, counted by Braze in 14 days" label="What went out to guests" things={(things ?? []).filter(({ schedule }) => schedule === 'api')} empty={things && 'Nothing went out to guests yet.'} />
				</FormLinks>
			)}
			<section class="card" aria-label="Campaigns and Canvases">
				<h3>Campaigns and Canvases</h3>
				<p class="hint">All of them, newest first. Open one to read its figures.</p>
				{failed !== undefined && <p class="hint">The list cannot be read now: {failed}</p>}
				<ul class="things">
					{things?.map((thing) => <BrazeCard key={`${thing.kind} ${thing.id}`} thing={thing} />)}
				</ul>
			</section>
			{[...forms].map(([title, own]) => title !== SMARTERSENDS && <FormLinks key={title} title={`Forms: ${title}`} forms={own} />)}
		</div>
	);
}
