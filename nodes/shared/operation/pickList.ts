import { NodeOperationError, type ILoadOptionsFunctions, type INodeListSearchItems, type INodeListSearchResult } from 'n8n-workflow';
import type { Answer, Call } from '../transport/call';
import { openDoor } from '../transport/door';
import type { Vendor } from '../transport/vendor';

export interface PickList {
	/** `page` is what `next` gave for the page before; empty for the first. `filter` is what the user typed, if anything. */
	call: (page: string, filter: string) => Call;
	rows: (answer: Answer) => INodeListSearchItems[];
	/** The next page's token, or undefined after the last. */
	next?: (answer: Answer, page: string) => string | undefined;
	/** The vendor searches itself; else the filter works on each page here. */
	vendorFilters?: boolean;
}

export type ListSearch = (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>;

/** A method for a node's `listSearch`: what a field made with `pick` offers. */
export function pickList(vendor: Vendor, { call, rows, next, vendorFilters = false }: PickList): ListSearch {
	return async function search(filter = '', paginationToken = '') {
		const door = await openDoor(this, vendor);
		const result = await door.attempt(call(paginationToken, filter), 'safe');
		if (!result.ok) throw new NodeOperationError(this.getNode(), result.failure.message, { description: result.failure.fix });
		const wanted = vendorFilters ? '' : filter.toLowerCase();
		return {
			results: rows(result.answer).filter(({ name }) => name.toLowerCase().includes(wanted)),
			paginationToken: next?.(result.answer, paginationToken),
		};
	};
}
