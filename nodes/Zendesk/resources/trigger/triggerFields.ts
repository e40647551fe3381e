import { field } from '../../../shared/operation';
import { optionalPickedText, pickedText } from '../../pickFields';

export const triggerIdField = pickedText({ displayName: 'Trigger', search: 'searchTriggers' });

export const categoryField = optionalPickedText({
	displayName: 'Category',
	search: 'searchTriggerCategories',
	description: 'Accounts with trigger categories may ask for one; leave it empty elsewhere',
});

export const positionField = field.wholeNumber({ displayName: 'Position', description: 'Triggers run in this order', initial: 1, min: 0, max: 100_000 });
