import type { Resource } from '../../../shared/operation';
import { getInvalidPhones } from './getInvalidPhones.operation';
import { removeInvalidPhones } from './removeInvalidPhones.operation';

export const sms: Resource = { name: 'SMS', operations: { getInvalidPhones, removeInvalidPhones } };
