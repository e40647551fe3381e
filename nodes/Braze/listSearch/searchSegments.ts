import { numberedPages } from './numberedPages';

/** Segments, newest edit first; Braze leaves archived ones out. */
export const searchSegments = numberedPages({ path: '/segments/list', rowsIn: 'segments', pageSize: 100, query: { sort_direction: 'desc' } });
