import type { CampaignTruth } from '../../../clevertap/controls/controlTypes';
import type { Bar } from '../ui/figure';
import { Picture } from './Picture';

const bars = ({ figures: { qualified, sent, viewed, clicked, errors } }: CampaignTruth): Bar[] => [
	{ title: 'qualified', value: qualified },
	{ title: 'sent', value: sent },
	...[{ title: 'viewed', value: viewed }, { title: 'clicked', value: clicked }].filter(({ value }) => value > 0),
	...Object.entries(errors).map(([title, value]) => ({ title: title.replace('Webhook ', ''), value, bad: true })),
];

/** What CleverTap counted. */
export const CleverTapPicture = ({ label, campaign, title }: { label: string; campaign: CampaignTruth; title?: string }) => <Picture title={title} label={label} bars={bars(campaign)} />;
