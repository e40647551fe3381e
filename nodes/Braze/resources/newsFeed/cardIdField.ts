import { field } from '../../../shared/operation';

export const cardIdField = field.requiredId({ displayName: 'Card ID', description: 'Found with Get Many, or on the card\'s page in the dashboard' });
