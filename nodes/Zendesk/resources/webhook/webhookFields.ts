import { pickedText } from '../../pickFields';

export const webhookIdField = pickedText({ displayName: 'Webhook', search: 'searchWebhooks', placeholder: '01HV3N6C0Q2J8M9P4R5S6T7V8W' });
