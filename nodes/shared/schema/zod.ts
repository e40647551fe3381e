/**
 * The only importer of zod: the bundler rewrites this file in place, so it imports nothing of ours
 * (a second copy of our classes would break `instanceof`).
 */
export { z } from 'zod';
