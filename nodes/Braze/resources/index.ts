import type { Resources } from '../../shared/operation';
import { campaign } from './campaign';
import { user } from './user';

export const resources: Resources = { campaign, user };
