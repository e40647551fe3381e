/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- finds the files of the package */
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { join } from 'node:path';
import { z } from 'zod';
import manifest from '../../package.json';

export const root = join(__dirname, '..', '..');

export const packageJson = manifest;

/** The source that a path in package.json's `n8n` is built from, without its ending. */
export const sourceOf = (path: string): string => join(root, path.replace(/^dist\//, '').replace(/\.js$/, ''));

/** The class that a registered file exports, found as n8n finds it: by the file's name. */
function classOf<T>(path: string): new () => T {
	const name = path.replace(/^.*\//, '').replace(/\.(node|credentials)\.js$/, '');
	const exported = z.record(z.custom<new () => T>((value) => typeof value === 'function')).parse(jest.requireActual(sourceOf(path)));
	return exported[name];
}

/** Every credential that package.json registers. */
export const credentials: ICredentialType[] = manifest.n8n.credentials.map((path) => new (classOf<ICredentialType>(path))());

/** Every node that package.json registers; loading them takes a moment, so only on demand. */
export const registeredNodes = (): Array<{ path: string; node: INodeType }> => manifest.n8n.nodes.map((path) => ({ path, node: new (classOf<INodeType>(path))() }));
