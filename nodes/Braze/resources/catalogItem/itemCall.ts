import { path, type Call } from '../../../shared/transport/call';
import { valuesOf, type ItemInput } from '../../catalogs/itemFields';

type Key = Pick<ItemInput, 'catalog' | 'itemId'>;

export const itemPath = ({ catalog, itemId }: Key): string => path`/catalogs/${catalog}/items/${itemId}`;

/** The ID stands in the path alone: Braze refuses it in the body. */
export const writeItem = (method: 'POST' | 'PATCH' | 'PUT', input: ItemInput): Call => ({ method, path: itemPath(input), body: { items: [valuesOf(input)] } });

export const keyOf = ({ catalog, itemId }: Key) => ({ catalog, itemId });
