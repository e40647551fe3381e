import type { Resource } from '../../../shared/operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { schedule } from './schedule.operation';

export const announcement: Resource = { name: 'Announcement', operations: { get, getMany, schedule } };
