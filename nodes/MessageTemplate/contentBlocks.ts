import { z } from '../shared/schema';
import type { Door } from '../shared/transport/door';

/** Blocks a page of `/content_blocks/list` (the most that Braze gives). */
const PAGE = 1000;

const listed = z.object({ content_blocks: z.array(z.object({ content_block_id: z.string(), name: z.string() })) });
const content = z.object({ content: z.string() });

async function readList(door: Door): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (let offset = 0; ; offset += PAGE) {
		// The first page goes without an offset: Braze answers 400 to offset=0 ("Offset must be greater than 0").
		const query = offset === 0 ? { limit: PAGE } : { limit: PAGE, offset };
		const answer = await door.send({ method: 'GET', path: '/content_blocks/list', query }, 'safe');
		const { content_blocks: page } = listed.parse(answer.body);
		const known = ids.size;
		for (const { name, content_block_id: id } of page) ids.set(name, id);
		if (page.length < PAGE || ids.size === known) return ids;
	}
}

/** What one run of the node has read from Braze. Its items share the door, so a list and a block are read once for all of them. */
class Library {
	private ids: Promise<Map<string, string>> | undefined;

	private readonly blocks = new Map<string, Promise<string | undefined>>();

	constructor(private readonly door: Door) {}

	async block(name: string): Promise<string | undefined> {
		const block = this.blocks.get(name) ?? this.fetch(name);
		this.blocks.set(name, block);
		return await block;
	}

	private async fetch(name: string): Promise<string | undefined> {
		this.ids ??= readList(this.door);
		const id = (await this.ids).get(name);
		if (id === undefined) return undefined;
		const answer = await this.door.send({ method: 'GET', path: '/content_blocks/info', query: { content_block_id: id } }, 'safe');
		return content.parse(answer.body).content;
	}
}

const libraries = new WeakMap<Door, Library>();

function libraryOf(door: Door): Library {
	const library = libraries.get(door) ?? new Library(door);
	libraries.set(door, library);
	return library;
}

/** Where the content blocks of one render come from: the given ones first; then, with a door, Braze's. */
export class BlockSource {
	/** Why a block could not be read. The renderer tells of it as of a broken template, so it is kept here as it was. */
	failure: unknown;

	constructor(
		private readonly given: Record<string, unknown>,
		private readonly door: Door | undefined,
	) {}

	async read(name: string): Promise<string | undefined> {
		if (Object.hasOwn(this.given, name)) return String(this.given[name]);
		if (this.door === undefined) return undefined;
		return await libraryOf(this.door)
			.block(name)
			.catch((error: unknown) => {
				this.failure = error;
				return Promise.reject(error);
			});
	}
}
