import type { BrazeState } from '../state';
import type { ContentCardObject } from './contentCardObject';
import { sendOut, type Outgoing } from './sendOut';

/** One content card to one person, at once: which app shows it, and when it expires, is not modelled. */
export async function sendContentCard(state: BrazeState, card: ContentCardObject, outgoing: Outgoing): Promise<void> {
	await sendOut(state, 'content_cards', outgoing, async (render) => ({
		content: {
			title: await render(card.title),
			text: await render(card.description),
			links: await Promise.all([card.ios_uri, card.android_uri, card.web_uri].filter((uri) => uri !== undefined).map(render)),
			...(card.image_url === undefined ? {} : { media: [await render(card.image_url)] }),
		},
	}));
}
