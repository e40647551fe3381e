import type { FastifyInstance } from 'fastify';
import { defaultPool, get, type Query } from './endpoint';
import { Refusal } from './errors';
import { documented } from './rules';
import type { BrazeState } from './state';

/** Braze: 100 blocks a page unless asked otherwise, 1,000 at most. */
const LIMIT = 100;
const MOST = 1000;

interface ContentBlock {
	id: string;
	name: string;
	content: string;
	createdAt: string;
	editedAt: string;
}

/** What the marketer keeps for all messages; the second holds the first. */
const BLOCKS: readonly ContentBlock[] = [
	{
		id: 'content-block-opt-out',
		name: 'Opt_Out',
		content: 'Reply STOP to opt out.',
		createdAt: '2024-03-04T09:00:00.000Z',
		editedAt: '2024-03-04T09:00:00.000Z',
	},
	{
		id: 'content-block-sms-footer',
		name: 'Sms_Footer',
		content: "{{${first_name} | default: 'Friend'}}, this is Acme. {{content_blocks.${Opt_Out}}}",
		createdAt: '2024-03-05T09:00:00.000Z',
		editedAt: '2024-06-01T09:00:00.000Z',
	},
];

/** How many other blocks hold this one; those in campaigns are not counted here. */
const inclusions = ({ name }: ContentBlock): number => BLOCKS.filter(({ content }) => content.includes(`content_blocks.\${${name}}`)).length;

const shown = (block: ContentBlock) => ({
	content_block_id: block.id,
	name: block.name,
	content_type: 'text',
	inclusion_count: inclusions(block),
	created_at: block.createdAt,
	last_edited: block.editedAt,
	tags: [],
});

const refuse = (message: string): never => {
	throw new Refusal(400, message, documented('the message is Braze’s; of the status the page says nothing, 400 is its own for wrong parameters'));
};

/** A whole number above 0; an offset of 0 is refused as well. */
function positive(query: Query, name: string, what: string): number | undefined {
	const text = query.one(name);
	if (text === undefined) return undefined;
	const value = Number(text);
	if (!Number.isInteger(value)) refuse(`${what} is invalid`);
	if (value <= 0) refuse(`${what} must be greater than 0`);
	return value;
}

function moment(query: Query, name: string, what: string): number | undefined {
	const text = query.one(name);
	if (text === undefined) return undefined;
	const time = Date.parse(text);
	if (Number.isNaN(time)) refuse(`${what} time is invalid`);
	return time;
}

/** `GET /content_blocks/list`. */
function contentBlocksList(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/content_blocks/list',
		permission: 'content_blocks.list',
		pools: defaultPool,
		answer: (query, request) => {
			const after = moment(query, 'modified_after', 'Modified after') ?? -Infinity;
			const before = moment(query, 'modified_before', 'Modified before') ?? Infinity;
			if (after > before) refuse('Modified after time must be earlier than or the same as modified before time.');
			const limit = positive(query, 'limit', 'Content Block number limit') ?? LIMIT;
			if (limit > MOST) refuse(`Content Block number limit exceeds maximum of ${MOST}`);
			const offset = positive(query, 'offset', 'Offset') ?? 0;
			const page = BLOCKS.filter(({ editedAt }) => Date.parse(editedAt) >= after && Date.parse(editedAt) <= before).slice(offset, offset + limit);
			request.notes.rule = documented(`${limit} blocks a page, ${offset} skipped`);
			return {
				status: 200,
				body: { message: 'success', count: page.length, content_blocks: page.map((block) => ({ ...shown(block), liquid_tag: `{{content_blocks.\${${block.name}}}}` })) },
			};
		},
	});
}

/** `GET /content_blocks/info`: the only one that gives the content. */
function contentBlocksInfo(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/content_blocks/info',
		permission: 'content_blocks.info',
		pools: defaultPool,
		answer: (query, request) => {
			const id = query.one('content_block_id') ?? refuse('Content Block ID cannot be blank');
			const block = BLOCKS.find((one) => one.id === id) ?? refuse('Content Block ID is invalid for this workspace');
			request.notes.rule = documented('the content of one block');
			return { status: 200, body: { message: 'success', ...shown(block), content: block.content, description: '' } };
		},
	});
}

export function contentBlocks(app: FastifyInstance, state: BrazeState): void {
	contentBlocksList(app, state);
	contentBlocksInfo(app, state);
}
