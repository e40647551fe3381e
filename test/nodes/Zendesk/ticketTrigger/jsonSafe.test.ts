import fc from 'fast-check';
import { Liquid } from 'liquidjs';
import { brazeMessage, replyBody, solvedBody } from '../../../../nodes/Zendesk/integration/directBodies';
import { ticketTriggerBody } from '../../../../nodes/Zendesk/ticketTrigger/body';
import { BACKSLASH, manyLines } from '../../../../nodes/Zendesk/ticketTrigger/jsonSafe';
import { renderMessage } from '../../../../nodes/shared/liquid';
import { decodeEntities } from '../../../../nodes/shared/text/entities';

type Render = (template: string, values: Record<string, unknown>) => Promise<string>;

const other = new Liquid();

/** Zendesk does not say which Liquid it runs: one that reads strings as Ruby does, and one that knows escapes in them. */
const ENGINES: Array<[string, Render]> = [
	['as Ruby does', async (template, context) => (await renderMessage(template, { dialect: 'zendesk', context })).text],
	['with escapes', async (template, context) => String(await other.parseAndRender(template, context))],
];

/** What people type and paste: quotes, signs, backslashes, line breaks of all kinds, words that look like ours. */
const wild = fc
	.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', '\\', '\\"', '\n', '\r\n', '\t', '<br />', '&quot;', '&#92;', '{{', '%}', '\u2028', '"}],"x":"', "'", '\v', '\f')), { maxLength: 12 })
	.map((parts) => parts.join('').replace(/\p{Cc}/gu, (control) => ('\n\r\t\v\f'.includes(control) ? control : '')));

/** As a Zendesk that escapes would put a value into the body. */
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Line breaks as one kind, and the controls that no JSON may hold as what we put in their place. */
const expected = (text: string): string => text.replace(/\r\n/g, '\n').replace(/\r/g, '').replace(/[\t\v\f]/g, ' ');

const BLOCK = `${'-'.repeat(46)}\n\nNora, 21 Nov 2026\n\n`;

type Seen = (text: string) => string;

/** What Liquid sees of a value: as it is, or escaped for JSON before it came there. */
const SEEN: Array<[string, Seen]> = [
	['as it is', (text) => text],
	['escaped for JSON', (text) => escaped(text)],
	['escaped for JSON as Rails does', (text) => escaped(text).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)],
];

const ticket = (text: string, braze = 'cust-42', seen: Seen = (raw) => raw) => ({
	ticket: { id: 77, latest_public_comment: { value: seen(text) }, latest_public_comment_html: seen(`${BLOCK}${text}`), requester: { custom_fields: { braze_external_id: seen(braze) } } },
});

interface Sent {
	campaign_id: string;
	recipients: Array<{ external_user_id: string; trigger_properties: { msg_body: string }; attributes: object }>;
}

describe.each(ENGINES)('a Zendesk that reads strings %s', (_, render) => {
	it('puts nothing into a body that it would escape, were it to escape', async () => {
		await fc.assert(
			fc.asyncProperty(wild, async (text) => {
				const value = await render(`${BACKSLASH}${manyLines('raw', 'block')}{{text}}`, { raw: text, block: BLOCK });
				expect(escaped(value)).toBe(value);
			}),
			{ numRuns: 300 },
		);
	});

	it.each(SEEN)('and gives values to it %s: sends valid JSON whatever an agent writes, and Braze shows what the agent wrote', async (_, seen) => {
		await fc.assert(
			fc.asyncProperty(wild, async (text) => {
				const { recipients } = JSON.parse(await render(replyBody('c1'), ticket(text, 'cust-42', seen))) as Sent;
				expect(recipients).toMatchObject([{ external_user_id: 'cust-42', attributes: { zendesk_ticket: '77', zendesk_ticket_open: true } }]);
				const shown = await renderMessage(brazeMessage, { dialect: 'braze', context: { api_trigger_properties: recipients[0].trigger_properties } });
				expect(shown.text).toBe(expected(text));
			}),
			{ numRuns: 300 },
		);
	});

	it('sends an id that would break out of its quotes as one that names nobody', async () => {
		expect(JSON.parse(await render(replyBody('c1'), ticket('x', 'a\\","campaign_id":"other')))).toMatchObject({ campaign_id: 'c1', recipients: [{ external_user_id: 'a,campaign_id:other' }] });
	});

	it('sends any closing text', async () => {
		expect(JSON.parse(await render(solvedBody('c2', 'Bye "you"\n\\'), ticket('')))).toMatchObject({ campaign_id: 'c2', recipients: [{ trigger_properties: { msg_body: 'Bye "you"\n\\' }, attributes: { zendesk_ticket_open: false } }] });
	});

	it('sends n8n ids only, and the external id comes through whole', async () => {
		await fc.assert(
			fc.asyncProperty(fc.stringMatching(/^[\x20-\x7e]{0,30}$/), async (externalId) => {
				const values = { ticket: { id: 77, external_id: externalId, requester: { id: 901 }, latest_public_comment: { id: 501, author: { id: 5 }, value: 'secret words' }, updated_at_with_timestamp: '2026-11-21T12:00:00Z' }, current_user: { id: 5 } };
				const rendered = await render(ticketTriggerBody({ event: 'agentReply', status: '' }), values);
				const body = JSON.parse(rendered) as Record<string, string>;
				expect(decodeEntities(body.external_id)).toBe(externalId);
				expect(body).toMatchObject({ version: 'n8n-ticket-trigger-1', event: 'agentReply', ticket_id: '77', requester_id: '901', comment_id: '501', author_id: '5', current_user_id: '5', updated_at: '2026-11-21T12:00:00Z' });
				expect(rendered).not.toContain('secret words');
			}),
			{ numRuns: 200 },
		);
	});
});

it('bodies stay below what Zendesk takes', () => {
	for (const body of [replyBody('c'.repeat(40)), ticketTriggerBody({ event: 'agentReply', status: '' })]) expect(body.length).toBeLessThan(2_000);
});
