import { Receiver, Zendesk } from './helpers';
import type { TriggerJson } from './triggerHelpers';

interface Made {
	categoryId: string;
	webhookIds: string[];
	triggerIds: number[];
	userFieldId: number;
}

describe('the Braze document\'s set-up, clicked together by hand', () => {
	let zendesk: Zendesk;
	let receiver: Receiver;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		receiver = await new Receiver().start();
	});
	afterEach(async () => await receiver.close());

	const handmade = async (more: object = {}) =>
		(await zendesk.control<Made>('POST', '/zendesk/handmade', { brazeUrl: new URL(receiver.url).origin, brazeApiKey: 'rest-key', replyCampaignId: 'c-reply', solvedCampaignId: 'c-solved', ...more })).body;

	test('one category, two webhooks for triggers with a bearer token, two triggers with the document\'s conditions', async () => {
		const made = await handmade();
		const { triggers } = (await zendesk.api<{ triggers: TriggerJson[] }>('GET', `/triggers?category_id=${made.categoryId}`)).body;
		expect(triggers).toMatchObject([
			{ id: made.triggerIds[0], title: 'SMS Braze reply', conditions: { all: [{ field: 'comment_is_public', value: 'requester_can_see_comment' }, { field: 'current_via_id', operator: 'is_not', value: '5' }], any: [] } },
			{ id: made.triggerIds[1], title: 'Ticket solved', conditions: { all: [{ field: 'status', operator: 'value', value: 'solved' }], any: [] } },
		]);
		for (const id of made.webhookIds) {
			const { webhook } = (await zendesk.api<{ webhook: object }>('GET', `/webhooks/${id}`)).body;
			expect(webhook).toMatchObject({ subscriptions: ['conditional_ticket_events'], authentication: { type: 'bearer_token' }, endpoint: expect.stringMatching(/\/campaigns\/trigger\/send$/) });
		}
	});

	test('a reply goes to Braze as JSON with everything as text; the solved one is no JSON at all', async () => {
		await handmade();
		const { id } = await zendesk.createTicket({ requester: { name: 'Ada', user_fields: { braze_external_id: 'cust-42' } } });
		await zendesk.control('POST', `/agent/${id}/replies`, { text: 'On "it"\n\nsoon' });
		const [{ headers, text }] = await receiver.count(1);
		expect(headers.authorization).toBe('Bearer rest-key');
		expect(JSON.parse(text)).toEqual({
			campaign_id: 'c-reply',
			recipients: [{
				external_user_id: 'cust-42',
				trigger_properties: { msg_body: expect.stringContaining('On "it"\n\nsoon') },
				attributes: { zendesk_ticket: String(id), zendesk_ticket_open: 'true' },
			}],
		});
		await zendesk.control('POST', `/agent/${id}/status`, { status: 'solved' });
		const [, solved] = await receiver.count(2);
		expect(() => JSON.parse(solved.text) as unknown).toThrow();
		expect(solved.text.replace(/,\s*,/, ',')).toContain('"zendesk_ticket_open" : "false"');
		expect(() => JSON.parse(solved.text.replace(/,\s*,/, ',')) as unknown).not.toThrow();
	});

	test('a text through the API is not sent back to the phone', async () => {
		await handmade();
		const { id } = await zendesk.createTicket({ requester: { name: 'Ada' } });
		await zendesk.api('PUT', `/tickets/${id}`, { ticket: { comment: { body: 'Inbound message from Ada: hi' } } });
		await zendesk.control('POST', `/agent/${id}/replies`, { text: 'x' });
		const [{ text }] = await receiver.count(1);
		expect(text).not.toContain('Inbound');
	});

	test('clicked twice it stands twice, in French where the account is', async () => {
		const first = await handmade({ language: 'fr' });
		const second = await handmade({ language: 'fr' });
		expect(first.triggerIds).not.toEqual(second.triggerIds);
		expect(second.userFieldId).toBe(first.userFieldId);
		const truth = (await zendesk.control<{ triggers: TriggerJson[] }>('GET', '/zendesk/triggers')).body.triggers;
		expect(truth.filter(({ title }) => title === 'Répondre par SMS Braze')).toHaveLength(2);
	});
});
