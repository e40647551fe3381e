import { field, storyOperation } from '../../../shared/operation';
import { amount } from '../../fields';
import { envelopeOf, messageFields, moreField, personOf } from '../../send/messageFields';
import { templateMessage } from '../../send/parts';
import { checkRecipient } from '../../send/recipientFields';
import { sendParts } from '../../send/sendParts';

const fields = {
	...messageFields,
	recipientName: field.requiredText({ displayName: 'Recipient Name' }),
	orderNumber: field.requiredId({ displayName: 'Order Number', description: 'Another one for every receipt' }),
	currency: field.requiredId({ displayName: 'Currency', placeholder: 'EUR' }),
	paymentMethod: field.requiredText({ displayName: 'Payment Method', placeholder: 'Visa 2345' }),
	totalCost: amount({ displayName: 'Total Cost' }),
	elements: field.rows({
		displayName: 'Elements',
		description: 'What was bought',
		placeholder: 'Add Element',
		rowName: 'Element',
		most: 100,
		fields: {
			title: field.requiredText({ displayName: 'Title' }),
			subtitle: field.optionalText({ displayName: 'Subtitle' }),
			quantity: field.wholeNumber({ displayName: 'Quantity', initial: 1, min: 0, max: 1_000_000 }),
			price: amount({ displayName: 'Price', description: '0 is shown as free' }),
			imageUrl: field.optionalId({ displayName: 'Image URL' }),
		},
	}),
	adjustments: field.rows({
		displayName: 'Adjustments',
		description: 'Such as a coupon',
		placeholder: 'Add Adjustment',
		rowName: 'Adjustment',
		most: 100,
		fields: { name: field.requiredText({ displayName: 'Name' }), amount: amount({ displayName: 'Amount' }) },
	}),
	receipt: field.extras({
		displayName: 'Receipt Fields',
		placeholder: 'Add Field',
		fields: {
			address: field.jsonObject({ displayName: 'Address as JSON', description: 'The keys street_1, street_2, city, postal_code, state and country' }),
			orderUrl: field.optionalId({ displayName: 'Order URL' }),
			shippingCost: amount({ displayName: 'Shipping Cost' }),
			subtotal: amount({ displayName: 'Subtotal' }),
			totalTax: amount({ displayName: 'Total Tax' }),
		},
	}),
	more: moreField,
};

export const sendReceiptTemplate = storyOperation({
	name: 'Send Receipt Template',
	action: 'Send a receipt',
	description: 'Send the confirmation of an order',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/send-messages/template/receipt/',
	calls: ['POST /{page}/messages'],
	fields,
	check: checkRecipient,
	retry: 'onlyIfNothingHappened',
	inTurn: personOf,
	async story(input, door) {
		const { receipt } = input;
		const payload = {
			template_type: 'receipt',
			recipient_name: input.recipientName,
			order_number: input.orderNumber,
			currency: input.currency,
			payment_method: input.paymentMethod,
			order_url: receipt.orderUrl,
			address: receipt.address,
			summary: { subtotal: receipt.subtotal, shipping_cost: receipt.shippingCost, total_tax: receipt.totalTax, total_cost: input.totalCost },
			elements: input.elements.map(({ imageUrl, ...element }) => ({ ...element, currency: input.currency, image_url: imageUrl })),
			adjustments: input.adjustments.length === 0 ? undefined : input.adjustments,
		};
		return await sendParts(door, envelopeOf(input), [templateMessage(payload)]);
	},
});
