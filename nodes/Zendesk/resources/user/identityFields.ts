import { field } from '../../../shared/operation';

export const identityIdField = field.numericId({ displayName: 'Identity ID', description: 'From User: List Identities' });
