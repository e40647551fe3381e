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
	// Where the kind is an expression n8n shows all fields: one left empty counts as absent, and the check asks for it.
	eventName: field.shownWhen({ kind: ['events'] }, eventFields.eventName),
	...alsoShown({ kind: ['purchases'] }, purchaseFields),
	productId: field.shownWhen({ kind: ['purchases'] }, purchaseFields.productId),
	...alsoShown({ kind: ['events', 'purchases'] }, happeningFields),
};
