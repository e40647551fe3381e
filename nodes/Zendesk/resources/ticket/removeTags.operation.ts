import { tagOperation } from './tagOperation';

export const removeTags = tagOperation({ name: 'Remove Tags', action: 'Remove tags from a ticket', description: 'Remove these tags and leave the others', method: 'DELETE', anchor: 'remove-tags', mayBeNone: false });
