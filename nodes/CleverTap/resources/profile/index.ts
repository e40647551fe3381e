import type { Resource } from '../../../shared/operation';
import { remove } from './delete.operation';
import { demerge } from './demerge.operation';
import { disassociate } from './disassociate.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { subscribe } from './subscribe.operation';
import { upload } from './upload.operation';

export const profile: Resource = { name: 'Profile', operations: { delete: remove, demerge, disassociate, get, getMany, subscribe, upload } };
