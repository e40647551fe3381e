import { field } from '../../../shared/operation';

export const appIdField = field.requiredId({ displayName: 'App ID', description: 'Shown as API key in App Settings' });
export const keyIdField = field.requiredId({ displayName: 'Key ID', description: 'From Get Many' });
