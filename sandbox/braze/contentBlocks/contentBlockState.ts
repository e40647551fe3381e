export interface ContentBlock {
	id: string;
	name: string;
	content: string;
	description: string;
	state: 'active' | 'draft';
	tags: string[];
	/** ms since 1970 */
	createdAt: number;
	editedAt: number;
}

const seeded = (id: string, name: string, content: string, created: string, edited: string): ContentBlock => ({
	id,
	name,
	content,
	description: '',
	state: 'active',
	tags: [],
	createdAt: Date.parse(created),
	editedAt: Date.parse(edited),
});

/** What the marketer keeps for all messages; the second block holds the first. */
export class ContentBlockState {
	blocks: ContentBlock[] = [];

	reset(): void {
		this.blocks = [
			seeded('content-block-opt-out', 'Opt_Out', 'Reply STOP to opt out.', '2024-03-04T09:00:00.000Z', '2024-03-04T09:00:00.000Z'),
			seeded(
				'content-block-sms-footer',
				'Sms_Footer',
				"{{${first_name} | default: 'Friend'}}, this is Acme. {{content_blocks.${Opt_Out}}}",
				'2024-03-05T09:00:00.000Z',
				'2024-06-01T09:00:00.000Z',
			),
		];
	}

	age(ms: number): void {
		for (const block of this.blocks) {
			block.createdAt -= ms;
			block.editedAt -= ms;
		}
	}

	/** How many other blocks hold this one; those in campaigns are not counted here. */
	inclusions({ name }: ContentBlock): number {
		return this.blocks.filter(({ content }) => content.includes(`content_blocks.\${${name}}`)).length;
	}
}

export const liquidTag = ({ name }: ContentBlock): string => `{{content_blocks.\${${name}}}}`;
