import { numberedPages } from './numberedPages';

/** Canvases, newest edit first. */
export const searchCanvases = numberedPages({ path: '/canvas/list', rowsIn: 'canvases', pageSize: 100, query: { sort_direction: 'desc' } });
