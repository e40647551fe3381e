import { tagOperation } from './tagOperation';

export const addTags = tagOperation({ name: 'Add Tags', action: 'Add tags to a ticket', description: 'Add tags and leave those that are there', method: 'PUT', anchor: 'add-tags', mayBeNone: false });
