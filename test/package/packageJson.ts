/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- finds the files of the package */
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { join } from 'node:path';
import { z } from 'zod';
import manifest from '../../package.json';
import { CREDENTIAL_CLASSES } from '../support/credentialStore';

export const root = join(__dirname, '..', '..');

export const packageJson = manifest;

const className = (path: string): string => path.replace(/^.*\//, '').replace(/\.(node|credentials)\.js$/, '');

/** The source that a path in package.json's `n8n` is built from, without its ending. */
export const sourceOf = (path: string): string => join(root, path.replace(/^dist\//, '').replace(/\.js$/, ''));

const nodeModule = z.record(z.custom<new () => INodeType>((exported) => typeof exported === 'function'));

/** Every node that package.json registers, made from its source as n8n makes it: by the file's name. */
export const nodes: Array<{ path: string; node: INodeType }> = manifest.n8n.nodes.map((path) => {
	const { [className(path)]: Type } = nodeModule.parse(jest.requireActual(sourceOf(path)));
	return { path, node: new Type() };
});

export const credentials: ICredentialType[] = CREDENTIAL_CLASSES.map((Type) => new Type());
