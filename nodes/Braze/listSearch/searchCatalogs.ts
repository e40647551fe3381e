import { pickList } from '../../shared/operation';
import { z } from '../../shared/schema';
import { objectBody } from '../../shared/transport/call';
import { braze } from '../api';

const rows = z.array(z.object({ name: z.string() }));

/** All catalogs at once; a catalog is known by its name. */
export const searchCatalogs = pickList(braze, {
	call: () => ({ method: 'GET', path: '/catalogs' }),
	rows: (answer) => rows.parse(objectBody(answer).catalogs ?? []).map(({ name }) => ({ name, value: name })),
});
