import type { Resource } from '../../../shared/operation';
import { create } from './create.operation';
import { generateUrl } from './generateUrl.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { update } from './update.operation';

export const preferenceCenter: Resource = { name: 'Preference Center', operations: { create, generateUrl, get, getMany, update } };
