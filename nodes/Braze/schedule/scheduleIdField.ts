import { field } from '../../shared/operation';

export const scheduleIdField = field.requiredId({ displayName: 'Schedule ID', description: 'What the operation that made the schedule gave back' });
