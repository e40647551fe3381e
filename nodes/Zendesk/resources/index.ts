import type { Resources } from '../../shared/operation';
import { conversation } from './conversation';
import { ticket } from './ticket';
import { user } from './user';

export const resources: Resources = { conversation, ticket, user };
