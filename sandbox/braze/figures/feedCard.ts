/** A card of the legacy News Feed. */
export interface FeedCard {
	id: string;
	name: string;
	title: string;
	description: string;
	type: 'NewsItem' | 'CaptionedImage' | 'Banner' | 'DevPick';
	tags: string[];
	archived: boolean;
	/** ms since 1970 */
	createdAt: number;
	updatedAt: number;
	/** Nobody looks at a News Feed here: figures of the past alone. */
	seen: Array<{ at: number; kind: 'click' | 'impression'; by: string }>;
}
