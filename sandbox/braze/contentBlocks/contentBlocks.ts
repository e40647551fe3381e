import type { FastifyInstance } from 'fastify';
import { liquidTag, type ContentBlock } from './contentBlockState';
import { contentBlocksWrite } from './contentBlocksWrite';
import { defaultPool, get } from '../endpoint';
import { editedList, refuse } from '../templates/editedList';
import { documented } from '../rules';
import type { BrazeState } from '../state';

const iso = (ms: number): string => new Date(ms).toISOString();

const shown = (state: BrazeState, block: ContentBlock) => ({
	content_block_id: block.id,
	name: block.name,
	content_type: 'text',
	inclusion_count: state.data.contentBlocks.inclusions(block),
	created_at: iso(block.createdAt),
	last_edited: iso(block.editedAt),
	tags: block.tags,
});

/** `GET /content_blocks/list`. */
function contentBlocksList(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/content_blocks/list',
		permission: 'content_blocks.list',
		pools: defaultPool,
		answer: (query, request) => {
			const page = editedList(query, 'Content Block', state.data.contentBlocks.blocks, ({ editedAt }) => editedAt);
			request.notes.rule = documented('100 blocks a page unless limit says otherwise');
			return {
				status: 200,
				body: { message: 'success', count: page.length, content_blocks: page.map((block) => ({ ...shown(state, block), liquid_tag: liquidTag(block) })) },
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
			const block = state.data.contentBlocks.blocks.find((one) => one.id === id) ?? refuse('Content Block ID is invalid for this workspace');
			request.notes.rule = documented('the content of one block');
			return { status: 200, body: { message: 'success', ...shown(state, block), content: block.content, description: block.description } };
		},
	});
}

export function contentBlocks(app: FastifyInstance, state: BrazeState): void {
	contentBlocksList(app, state);
	contentBlocksInfo(app, state);
	contentBlocksWrite(app, state);
}
