import fc from 'fast-check';
import { customerId, customerKey } from '../../../nodes/shared/conversation/customerKey';

describe('one text for one customer', () => {
	it('is the external id, else the Braze id with a mark', () => {
		expect(customerKey({ identifyBy: 'external_id', userId: 'cust-42' })).toBe('cust-42');
		expect(customerKey({ identifyBy: 'braze_id', userId: '5f3e' })).toBe('braze_id.5f3e');
	});

	it('comes back as it went', () => {
		const id = fc.record({ identifyBy: fc.constantFrom('external_id' as const, 'braze_id' as const), userId: fc.string({ unit: 'grapheme', minLength: 1 }) });
		fc.assert(fc.property(id, (given) => {
			expect(customerId(customerKey(given))).toEqual(given);
		}));
	});

	it('never takes one customer for another: an external id that looks like a marked Braze id stays an external id', () => {
		const given = { identifyBy: 'external_id' as const, userId: 'braze_id.5f3e' };
		expect(customerId(customerKey(given))).toEqual(given);
		expect(customerKey(given)).not.toBe(customerKey({ identifyBy: 'braze_id', userId: '5f3e' }));
	});
});
