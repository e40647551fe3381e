import type { Answer, Call } from '../../../shared/transport/call';
import type { Failure } from '../../../shared/transport/failure';
import type { Vendor } from '../../../shared/transport/vendor';
import { braze } from '../../api';
import { classify } from '../../errorEnvelope';

/** Refusals of transactional sends, after Braze's page; it names no status for them. */
const TEXTS: ReadonlyArray<[RegExp, Pick<Failure, 'class' | 'fix'>]> = [
	[/has been queued/i, { class: 'conflict', fix: 'Braze took an email with this External Send ID moments ago, and sends no second one for 24 hours. For another email choose another ID.' }],
	[/is paused|is archived/i, { class: 'policy', fix: 'Resume or unarchive the campaign in the Braze dashboard, then send this item again.' }],
	[/not a transactional campaign/i, { class: 'invalidInput', fix: 'Choose a campaign of the kind Transactional Email; others are sent with Campaign > Trigger Send.' }],
	[/campaign does not exist|campaign api identifier/i, { class: 'notFound', fix: 'Copy the campaign ID again from the Transactional Email campaign.' }],
];

function classifyTransactional(answer: Answer, call: Call): Failure | undefined {
	const failure = classify(answer, call);
	const told = failure && failure.class !== 'rateLimited' ? TEXTS.find(([text]) => text.test(failure.message))?.[1] : undefined;
	return failure && { ...failure, ...told };
}

export const transactionalVendor: Vendor = { ...braze, classify: classifyTransactional };
