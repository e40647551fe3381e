import type { FastifyInstance } from 'fastify';
import { inspectTemplate } from '../../../nodes/shared/liquid';
import { liquidTag, type ContentBlock } from './contentBlockState';
import { refuse } from '../templates/editedList';
import { jsonObject, type Json, type JsonObject } from '../json';
import { route } from '../route';
import { documented, unconfirmed } from '../rules';
import { newId, type BrazeState } from '../state';
import { tagsProblem } from '../templates/workspaceTags';

const NAME_MAX = 100;
const DESCRIPTION_MAX = 250;
const CONTENT_MAX_BYTES = 50 * 1024;

function nameOf(state: BrazeState, name: Json, self?: ContentBlock): string {
	if (typeof name !== 'string' || name === '') return refuse('Content Block name cannot be blank');
	if (name.length >= NAME_MAX) return refuse('Content Block name must be shorter than 100 characters');
	if (!/^[A-Za-z0-9_-]+$/.test(name)) return refuse('Content Block name can only contain alphanumeric characters');
	if (state.data.contentBlocks.blocks.some((block) => block !== self && block.name === name)) return refuse('Content Block with this name already exists');
	return name;
}

const parses = (content: string): boolean => {
	try {
		inspectTemplate(content, 'braze');
		return true;
	} catch {
		return false;
	}
};

function contentOf(content: Json, name: string): string {
	if (content === null || content === '') return refuse('Content cannot be blank');
	if (typeof content !== 'string') return refuse('Content must be a string');
	if (Buffer.byteLength(content) >= CONTENT_MAX_BYTES) return refuse('Content must be smaller than 50kb');
	if (!parses(content)) return refuse('Content contains malformed liquid');
	if (content.includes(`content_blocks.\${${name}}`)) return refuse('Content Block cannot be referenced within itself');
	return content;
}

function descriptionOf(description: Json): string {
	if (description === null || description === '') return refuse('Content Block description cannot be blank');
	if (typeof description !== 'string') return refuse('Content Block description must be a string');
	return description.length < DESCRIPTION_MAX ? description : refuse('Content Block description must be shorter than 250 characters');
}

const stateOf = (given: Json): ContentBlock['state'] => (given === 'active' || given === 'draft' ? given : refuse('Content Block state must be either active or draft'));

function tagsOf(tags: Json): string[] {
	const problem = tagsProblem(tags);
	if (problem !== undefined) refuse(problem);
	return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}

const answerOf = (block: ContentBlock) => ({
	content_block_id: block.id,
	liquid_tag: liquidTag(block),
	created_at: new Date(block.createdAt).toISOString(),
	message: 'success',
});

function create(state: BrazeState, input: JsonObject): ContentBlock {
	const name = nameOf(state, input.name ?? null);
	const now = Date.now();
	return {
		id: `content-block-${newId()}`,
		name,
		content: contentOf(input.content ?? null, name),
		description: input.description === undefined ? '' : descriptionOf(input.description),
		state: input.state === undefined ? 'active' : stateOf(input.state),
		tags: tagsOf(input.tags ?? []),
		createdAt: now,
		editedAt: now,
	};
}

/** What is not given stays; everything is read before anything is written. */
function changes(state: BrazeState, block: ContentBlock, input: JsonObject): Partial<ContentBlock> {
	if (input.name !== undefined && input.name !== block.name && block.state === 'active') refuse('Content Block name cannot be updated for active Content Blocks');
	if (input.state === 'draft' && block.state === 'active') refuse('Active Content Block can not be updated to Draft. Create a new Content Block.');
	const name = input.name === undefined ? block.name : nameOf(state, input.name, block);
	return {
		name,
		...(input.content === undefined ? {} : { content: contentOf(input.content, name) }),
		...(input.description === undefined ? {} : { description: descriptionOf(input.description) }),
		...(input.state === undefined ? {} : { state: stateOf(input.state) }),
		...(input.tags === undefined ? {} : { tags: tagsOf(input.tags) }),
		editedAt: Date.now(),
	};
}

/** `POST /content_blocks/create` and `POST /content_blocks/update`. */
export function contentBlocksWrite(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'POST',
		path: '/content_blocks/create',
		permission: 'content_blocks.create',
		pools: ['default'],
		body: jsonObject,
		answer: ({ body, request }) => {
			const block = create(state, body);
			state.data.contentBlocks.blocks.push(block);
			request.notes.rule = unconfirmed('created; the status 201 is not documented');
			return { status: 201, body: answerOf(block) };
		},
	});
	route(app, state, {
		method: 'POST',
		path: '/content_blocks/update',
		permission: 'content_blocks.update',
		pools: ['default'],
		body: jsonObject,
		answer: ({ body, request }) => {
			const block = state.data.contentBlocks.blocks.find(({ id }) => id === body.content_block_id);
			if (block === undefined) return refuse('Content Block ID is invalid for this workspace');
			Object.assign(block, changes(state, block, body));
			request.notes.rule = documented('what is not given stays; an active block keeps its name and never becomes a draft');
			return { status: 201, body: answerOf(block) };
		},
	});
}
