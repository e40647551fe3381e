import type { Resource } from '../../../shared/operation';
import { sendbirdNotifications } from '../../api';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

export const template: Resource = { name: 'Template', vendor: sendbirdNotifications, operations: { get, getMany } };
