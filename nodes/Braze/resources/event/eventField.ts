import { field } from '../../../shared/operation';

export const eventField = field.pick({ displayName: 'Event', description: 'A custom event, by its name. The list needs the permission events.list.', search: 'searchEvents', idPlaceholder: 'rented_movie', required: true });
