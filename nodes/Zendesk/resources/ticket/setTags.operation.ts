import { tagOperation } from './tagOperation';

export const setTags = tagOperation({ name: 'Set Tags', action: 'Set the tags of a ticket', description: 'Put these tags in the place of all that are there', method: 'POST', anchor: 'set-tags', mayBeNone: true });
