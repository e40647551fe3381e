import { readCampaignMessage } from '../../../../nodes/Braze/intake/campaignMessage';
import { campaignBodyToPaste } from '../../../../nodes/Braze/intake/pasteTexts';

const NOW = new Date('2026-11-21T09:30:00Z');

const read = (body: unknown) => readCampaignMessage(typeof body === 'string' ? body : JSON.stringify(body), NOW);

it('needs no text: what is to be sent stands under properties', () => {
	const sent = { dispatch_id: 'd1', campaign_id: 'c1', user_id: 'cust-42', first_name: 'Amina', properties: { order: 'A-7', items: [1, 2] }, own: 'kept' };
	expect(read(sent)).toEqual({
		ok: true,
		event: {
			event: 'campaign',
			customer: { key: 'cust-42', identifyBy: 'external_id', userId: 'cust-42', externalId: 'cust-42', brazeId: '', name: 'Amina', phone: '', email: '', language: '' },
			text: '',
			properties: { order: 'A-7', items: [1, 2] },
			campaign: { id: 'c1', name: '' },
			canvas: { id: '', name: '' },
			occurredAt: '2026-11-21T09:30:00.000Z',
			deliveryId: 'd1:cust-42',
			dedupeKey: 'd1:cust-42',
			raw: expect.objectContaining({ own: 'kept' }),
		},
	});
});

it('without a dispatch id there is no key to know a repeat by: a Canvas step may reach the same user twice', () => {
	expect(read({ canvas_id: 'k1', braze_id: 'b1' })).toMatchObject({ event: { deliveryId: '', dedupeKey: '', canvas: { id: 'k1' }, customer: { key: 'braze_id.b1' } } });
});

it.each([
	['nobody is named', { properties: {} }, 'neither user_id nor braze_id'],
	['properties that are no object', { user_id: 'u', properties: 'x' }, 'properties'],
	['an object for an id', { user_id: { a: 1 } }, 'neither text nor number'],
	['broken JSON', '{"user_id": "u" "x"', 'not valid JSON'],
	['nothing', ' ', 'empty'],
])('%s: one unreadable delivery, which says why', (_, body, why) => {
	expect(read(body)).toMatchObject({ ok: false, failure: { event: 'unreadable', error: { class: 'invalidInput', message: expect.stringContaining(why) } } });
});

it('the body to paste is JSON around its Liquid, and is read', () => {
	const filled = campaignBodyToPaste().replace(/\{\{.*?\}\}(?=")/g, 'x');
	expect(campaignBodyToPaste().match(/json_escape/g)).toHaveLength(10);
	expect(read(filled)).toMatchObject({ ok: true, event: { customer: { externalId: 'x' }, properties: { first_name: 'x' } } });
});
