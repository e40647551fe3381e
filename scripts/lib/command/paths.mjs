import { homedir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone's own folder. */
export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** What is kept between runs and shared by all clones of one person. An empty HOME is taken for an answer by Node. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir() || userInfo().homedir, '.cache'), 'n8n-nodes-customer-messaging');

/** Scratch of this clone: packed tarballs, n8n user folders, reports. Ignored by git. */
export const buildFolder = join(root, '.build');
