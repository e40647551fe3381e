import { field } from '../../../shared/operation';
import { alsoShown } from '../../sending/alsoShown';
import { trackedUserFields } from '../../userFields';
import { attributesField, eventFields, happeningFields, purchaseFields } from './trackFields';

/** A form for an object of any kind; as an expression, each item has its own kind. */
export const kindFields = {
	kind: field.choice({
		displayName: 'Object',
		description: 'What the item is; an expression may say so for each item',
		options: [
			{ name: 'Attributes', value: 'attributes' },
			{ name: 'Event', value: 'events' },
			{ name: 'Purchase', value: 'purchases' },
		],
		initial: 'attributes',
	}),
	...trackedUserFields,
	...alsoShown({ kind: ['attributes'] }, { attributes: attributesField }),
	...alsoShown({ kind: ['events'] }, eventFields),
	...alsoShown({ kind: ['purchases'] }, purchaseFields),
	...alsoShown({ kind: ['events', 'purchases'] }, happeningFields),
};
