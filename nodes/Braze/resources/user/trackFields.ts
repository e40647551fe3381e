import { field, type InputOf, type Problem } from '../../../shared/operation';
import { trackedUserFields } from '../../userFields';

/** Objects a call, counted over its three arrays, on newer contracts; older ones may take less. */
export const MOST_OBJECTS = 75;
/** Calls in flight: Braze takes 3,000 in 3 seconds here, far more than at its other endpoints. */
export const TRACK_PARALLEL = 18;
/** Of the bulk endpoint, which is in early access. */
export const MOST_BULK_OBJECTS = 1000;

export const attributesField = field.namedValues({
	displayName: 'Attributes',
	description: 'Profile fields (first_name, email …) and custom attributes. Choose the right type: a filter on a boolean does not see the text "true". Objects such as {"add": ["x"]} and {"inc": 1} change arrays and numbers.',
});

export const eventFields = { eventName: field.requiredText({ displayName: 'Event Name', placeholder: 'rented_movie' }) };

export const purchaseFields = {
	productId: field.requiredId({ displayName: 'Product ID', description: 'What was bought: a SKU, or a name; up to 255 characters', placeholder: 'sku-42' }),
	price: field.decimal({ displayName: 'Price', description: 'Of one piece', min: 0 }),
	currency: field.requiredId({ displayName: 'Currency', description: 'Three letters after ISO 4217', initial: 'USD' }),
	quantity: field.wholeNumber({ displayName: 'Quantity', description: 'Up to 100', initial: 1, min: 1, max: 100 }),
};

/** Of events and purchases alike. */
export const happeningFields = {
	time: field.optionalMoment({ displayName: 'Time', description: 'When it happened; now when left blank. Braze sets a time ahead to now.' }),
	properties: field.namedValues({ displayName: 'Properties', description: 'Details of it, for filters and Liquid' }),
};

const options = {
	batchSize: field.wholeNumber({
		displayName: 'Batch Size',
		description: 'Objects a call. Braze takes 75 on current contracts, some older ones 50, and the bulk endpoint 1,000.',
		initial: MOST_OBJECTS,
		min: 1,
		max: MOST_BULK_OBJECTS,
	}),
	bulk: field.toggle({
		displayName: 'Use Bulk Endpoint',
		description: 'Whether to call /users/track/bulk, up to 1,000 objects a call, which Braze handles after other calls. Early access: ask your Braze account manager; the key needs users.track.bulk.',
		initial: true,
	}),
	updateExistingOnly: field.toggle({ displayName: 'Update Existing Only', description: 'Whether to leave out users that Braze does not know instead of creating them', initial: true }),
};

const attributesJson = field.jsonObject({ displayName: 'Attributes as JSON', description: 'Added to the attributes above; the place for null, which clears a field' });
const propertiesJson = field.jsonObject({ displayName: 'Properties as JSON', description: 'Added to the properties above' });
const appId = field.optionalId({ displayName: 'App ID', description: 'The app in which it happened; shown as API key in App Settings' });
const added = { displayName: 'Additional Fields', placeholder: 'Add Field' };

export const trackAttributesFields = { ...trackedUserFields, attributes: attributesField, more: field.extras({ ...added, fields: { attributesJson, ...options } }) };
export const trackEventsFields = { ...trackedUserFields, ...eventFields, ...happeningFields, more: field.extras({ ...added, fields: { appId, propertiesJson, ...options } }) };
export const trackPurchasesFields = { ...trackedUserFields, ...purchaseFields, ...happeningFields, more: field.extras({ ...added, fields: { appId, propertiesJson, ...options } }) };
/** Of calls that hold objects of all kinds. */
export const mixedMoreField = field.extras({ ...added, fields: { appId, attributesJson, propertiesJson, ...options } });
/** Of one object that is written while the call waits: no batch. */
export const singleMoreField = field.extras({ ...added, fields: { appId, attributesJson, propertiesJson, updateExistingOnly: options.updateExistingOnly } });

export type MixedMore = InputOf<{ more: typeof mixedMoreField }>['more'];
type BatchOptions = { batchSize?: number; bulk?: boolean };

export const sizeOf = ({ batchSize, bulk }: BatchOptions): number => batchSize ?? (bulk === true ? MOST_BULK_OBJECTS : MOST_OBJECTS);

/** Items that may share a call. */
export const callKey = ({ batchSize, bulk }: BatchOptions): string => JSON.stringify([batchSize, bulk === true]);

export const checkBatch = ({ batchSize = 1, bulk }: BatchOptions): Problem | undefined =>
	bulk !== true && batchSize > MOST_OBJECTS ? { displayName: 'Batch Size', message: `must be ${MOST_OBJECTS} or less, or Use Bulk Endpoint switched on` } : undefined;
