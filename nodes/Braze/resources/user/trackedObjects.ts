import type { InputOf, Problem } from '../../../shared/operation';
import { isObject } from '../../../shared/text/isObject';
import { trackedUser, type TrackedUserInput } from '../../userFields';
import type { eventFields, happeningFields, MixedMore, purchaseFields } from './trackFields';

type Values = Record<string, unknown>;
type More = Pick<MixedMore, 'appId' | 'attributesJson' | 'propertiesJson' | 'updateExistingOnly'>;

/** As any of the track operations fills it in: what belongs to another kind of object is absent. */
export type ObjectInput = Omit<TrackedUserInput, 'prioritization'> & { more: More } & Partial<
		InputOf<typeof eventFields> & InputOf<typeof purchaseFields> & InputOf<typeof happeningFields> & { attributes: Values }
	>;

export const KINDS = ['attributes', 'events', 'purchases'] as const;
/** The arrays of `/users/track`, in the order in which Braze processes them. */
export type Kind = (typeof KINDS)[number];

/** The identifier goes last: nothing that a person filled in changes whose profile is written. */
const written = (input: ObjectInput, values: Values): Values => ({ ...values, ...trackedUser(input), _update_existing_only: input.more.updateExistingOnly });

const attributesOf = ({ attributes, more }: ObjectInput): Values => ({ ...attributes, ...more.attributesJson });
const propertiesOf = ({ properties, more }: ObjectInput): Values => ({ ...properties, ...more.propertiesJson });

function happened(input: ObjectInput): Values {
	const properties = propertiesOf(input);
	return {
		time: input.time ?? new Date().toISOString(),
		app_id: input.more.appId,
		properties: Object.keys(properties).length > 0 ? properties : undefined,
	};
}

/** The object that goes into the array of its kind. */
export function objectOf(kind: Kind, input: ObjectInput): Values {
	switch (kind) {
		case 'attributes':
			return written(input, attributesOf(input));
		case 'events':
			return written(input, { name: input.eventName, ...happened(input) });
		case 'purchases':
			return written(input, { product_id: input.productId, currency: input.currency?.toUpperCase(), price: input.price, quantity: input.quantity, ...happened(input) });
	}
}

/** `{"inc": 1}` counts again when it is sent again, and so does each event and purchase; plain values, `add` and `remove` do not. */
export const mayBeRepeated = (kind: Kind, input: ObjectInput): boolean =>
	kind === 'attributes' && !Object.values(attributesOf(input)).some((value) => isObject(value) && 'inc' in value);

const LONGEST = 255;
const KB = 1024;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;
const SUBSCRIPTION = ['opted_in', 'subscribed', 'unsubscribed'];

/** Profile fields whose wrong values Braze drops in silence. null clears each of them. */
const PROFILE_FIELDS: Readonly<Record<string, [isRight: (value: unknown) => boolean, wanted: string]>> = {
	dob: [(value) => typeof value === 'string' && ISO_DAY.test(value), 'a day such as 1990-12-31'],
	email_subscribe: [(value) => SUBSCRIPTION.includes(String(value)), SUBSCRIPTION.join(', ')],
	gender: [(value) => ['M', 'F', 'O', 'N', 'P'].includes(String(value)), 'M, F, O, N or P'],
	push_subscribe: [(value) => SUBSCRIPTION.includes(String(value)), SUBSCRIPTION.join(', ')],
};

function attributesProblem(attributes: Values): Problem | undefined {
	for (const [name, [isRight, wanted]] of Object.entries(PROFILE_FIELDS)) {
		const value = attributes[name];
		if (value !== undefined && value !== null && !isRight(value)) return { displayName: 'Attributes', message: `"${name}" must be ${wanted}` };
	}
	return undefined;
}

function propertiesProblem(properties: Values, most: number): Problem | undefined {
	for (const [name, value] of Object.entries(properties)) {
		if (name.length > LONGEST || name.startsWith('$')) return { displayName: 'Properties', message: `"${name}" is no name that Braze takes: up to ${LONGEST} characters, and no $ at the beginning` };
		if (name === 'time' || name === 'event_name') return { displayName: 'Properties', message: `"${name}" is a name of Braze's own` };
		if (typeof value === 'string' && value.length > LONGEST) return { displayName: 'Properties', message: `"${name}" is longer than ${LONGEST} characters` };
	}
	const size = Buffer.byteLength(JSON.stringify(properties), 'utf8');
	return size > most * KB ? { displayName: 'Properties', message: `is larger than the ${most} KB that Braze takes` } : undefined;
}

function purchaseProblem(input: ObjectInput): Problem | undefined {
	const { productId, price, currency } = input;
	if (productId === undefined) return { displayName: 'Product ID', message: 'is missing' };
	if (productId.length > LONGEST) return { displayName: 'Product ID', message: `is longer than ${LONGEST} characters` };
	if (price === undefined) return { displayName: 'Price', message: 'is missing' };
	if (!/^[a-z]{3}$/i.test(currency ?? '')) return { displayName: 'Currency', message: 'must be three letters, for instance EUR' };
	return propertiesProblem(propertiesOf(input), 50);
}

/** What Braze would refuse, or drop in silence, told before the call. */
export function checkObject(kind: Kind, input: ObjectInput): Problem | undefined {
	if (kind === 'attributes') return attributesProblem(attributesOf(input));
	if (kind === 'purchases') return purchaseProblem(input);
	if (input.eventName === undefined) return { displayName: 'Event Name', message: 'is missing' };
	if (input.eventName.length > LONGEST) return { displayName: 'Event Name', message: `is longer than ${LONGEST} characters` };
	return propertiesProblem(propertiesOf(input), 100);
}
