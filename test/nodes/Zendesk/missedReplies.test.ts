import { closedNetwork } from '../../support/network';
import { api, oneOf, runZendesk, show, ticket } from './zendesk';

closedNetwork();

const MISSED = { resource: 'conversation', operation: 'missedReplies', channel: 'sms', lookBackMinutes: 60 };

const comment = (id: number, more: Record<string, unknown> = {}) => ({ id, public: true, author_id: 5, body: `plain ${id}`, html_body: `<p>rich ${id}</p>`, created_at: `2026-11-21T12:00:${String(id).padStart(2, '0')}Z`, ...more });

const events = (query: object, ticketEvents: object[], more: object = { end_of_stream: true }) =>
	api()
		.get('/api/v2/incremental/ticket_events')
		.query((asked) => asked.include === 'comment_events' && Object.entries(query).every(([name, value]) => Number(asked[name]) === value))
		.reply(200, { ticket_events: ticketEvents, ...more });

const commented = (ticketId: number, ...ids: number[]) => ({ ticket_id: ticketId, child_events: ids.map((id) => ({ id, event_type: 'Comment', public: true })) });

const comments = (id: number, rows: object[], users: object[] = [{ id: 5, role: 'agent', name: 'Grace' }, { id: 901, role: 'end-user', name: 'Ada' }]) =>
	api().get(`/api/v2/tickets/${id}/comments`).query({ 'page[size]': 100, sort: '-created_at', include: 'users' }).reply(200, { comments: rows, users });

it('gives staff\'s public replies of the channel\'s tickets, oldest first, as the trigger would have', async () => {
	events({}, [commented(77, 12, 11), commented(78, 10), { ticket_id: 79, child_events: [{ id: 9, event_type: 'Change' }] }]);
	show(77, ticket());
	comments(77, [comment(12), comment(11), comment(3)]);
	show(78, ticket({ id: 78, external_id: 'sms:braze_id.b7:1', requester_id: 902 }));
	comments(78, [comment(10, { html_body: null })]);
	const { main } = await runZendesk(MISSED);
	expect(main[0].map(({ json }) => [json.ticketId, json.commentId, json.text])).toEqual([['78', '10', 'plain 10'], ['77', '11', 'rich 11'], ['77', '12', 'rich 12']]);
	expect(main[0][0].json).toEqual({
		event: 'agentReply',
		ticketId: '78',
		ticketExternalId: 'sms:braze_id.b7:1',
		customer: { key: 'braze_id.b7', identifyBy: 'braze_id', userId: 'b7', requesterId: '902' },
		commentId: '10',
		text: 'plain 10',
		files: [],
		agent: { id: '5', name: 'Grace' },
		occurredAt: '2026-11-21T12:00:10Z',
		dedupeKey: '78:10',
	});
});

it('an agent\'s files are listed, and their links stand below the text, unless that is switched off', async () => {
	const url = 'https://acme.zendesk.com/attachments/token/a/?name=a.png';
	for (const appendLinks of [true, false]) {
		events({}, [commented(77, 11)]);
		show(77, ticket());
		comments(77, [comment(11, { attachments: [{ file_name: 'a.png', content_type: 'image/png', size: 9, content_url: url }] })]);
		expect(await oneOf({ ...MISSED, appendLinks })).toMatchObject({ text: appendLinks ? `rich 11\n${url}` : 'rich 11', files: [{ name: 'a.png', type: 'image/png', size: 9, url }] });
	}
});

it('leaves out internal notes, customers\' words, and tickets of other channels', async () => {
	events({}, [commented(77, 11, 12, 13), commented(78, 14), commented(79, 15), commented(80, 16)]);
	show(77, ticket());
	comments(77, [comment(11, { public: false }), comment(12, { author_id: 901 }), comment(13, { author_id: 6 })]);
	show(78, ticket({ id: 78, external_id: null }));
	show(79, ticket({ id: 79, external_id: 'messenger:cust-42:1' }));
	show(80);
	const { main, error } = await runZendesk(MISSED);
	expect([main.flat(), error]).toEqual([[], undefined]);
});

it('looks back as many minutes as asked, and reads on to the end of the feed', async () => {
	const since = Math.floor(Date.now() / 1000) - 3600;
	api()
		.get('/api/v2/incremental/ticket_events')
		.query((asked) => Math.abs(Number(asked.start_time) - since) <= 5)
		.reply(200, { ticket_events: [commented(77, 11)], end_of_stream: false, end_time: since + 100 });
	events({ start_time: since + 100 }, [commented(77, 12)]);
	show(77, ticket());
	comments(77, [comment(12), comment(11)]);
	const { main } = await runZendesk(MISSED);
	expect(main[0].map(({ json }) => json.commentId)).toEqual(['11', '12']);
});

it('needs a right that only admins have: a refusal says which scope', async () => {
	api().get('/api/v2/incremental/ticket_events').query(true).reply(403, { error: { title: 'Forbidden', message: 'no' } });
	expect(await oneOf(MISSED)).toMatchObject({ error: { class: 'forbidden', fix: expect.stringContaining('"tickets:read"') } });
});
