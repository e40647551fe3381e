import fc from 'fast-check';
import { formatLink, parseLink } from '../../../nodes/shared/conversation/link';

const part = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('a:b', '100%', '%3A', ':', '::', '👩‍🚀', 'ü/ß', 'braze_id.x', ' '));
const number = fc.nat().map(String);

describe('the link between a ticket and a conversation', () => {
	it('reads as channel, customer and number', () => {
		expect(formatLink({ channel: 'sms', customer: 'cust-42', number: '1' })).toBe('sms:cust-42:1');
	});

	it('comes back as it went, whatever the ids hold', () => {
		fc.assert(fc.property(part, part, number, (channel, customer, n) => {
			expect(parseLink(formatLink({ channel, customer, number: n }))).toEqual({ channel, customer, number: n });
		}));
	});

	it('is a different text for every different conversation', () => {
		fc.assert(fc.property(part, part, part, part, (channel, customer, otherChannel, otherCustomer) => {
			fc.pre(channel !== otherChannel || customer !== otherCustomer);
			expect(formatLink({ channel, customer, number: '1' })).not.toBe(formatLink({ channel: otherChannel, customer: otherCustomer, number: '1' }));
		}));
	});

	it.each([undefined, null, '', 'order-7', 'sms:cust-42', 'sms:cust-42:', ':cust-42:1', 'sms::1', 'sms:cust:42:1', 'sms:cust-42:one', 'sms:%ZZ:1', 'sms:cust-42:1 '])(
		'%p is not the bridge\'s',
		(externalId) => {
			expect(parseLink(externalId)).toBeUndefined();
		},
	);
});
