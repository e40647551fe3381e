import { closedNetwork } from '../../support/network';
import { api, oneOf, runZendesk, show, ticket } from './zendesk';

closedNetwork();

const GET = { resource: 'conversation', operation: 'getReply', ticketId: '77' };
const comment = (id: number, more: Record<string, unknown> = {}) => ({ id, public: true, author_id: 5, body: `plain ${id}`, html_body: `<p>rich ${id}</p>`, created_at: '2026-11-21T12:00:00Z', ...more });
const comments = (rows: object[]) =>
	api().get('/api/v2/tickets/77/comments').query({ 'page[size]': 100, sort: '-created_at', include: 'users' }).reply(200, { comments: rows, users: [{ id: 5, role: 'agent', name: 'Grace' }, { id: 901, role: 'end-user', name: 'Ada' }] });

it('the reply that a Zendesk trigger names comes with its words and files', async () => {
	const url = 'https://acme.zendesk.com/attachments/token/a/?name=a.pdf';
	show(77, ticket());
	comments([comment(502), comment(501, { attachments: [{ file_name: 'a.pdf', content_type: 'application/pdf', size: 9, content_url: url }] })]);
	expect(await oneOf({ ...GET, commentId: '501' })).toMatchObject({ event: 'agentReply', commentId: '501', text: `rich 501\n${url}`, files: [{ name: 'a.pdf', url }], agent: { name: 'Grace' }, customer: { key: 'cust-42' } });
});

it('without an id it is the newest public one of staff', async () => {
	show(77, ticket());
	comments([comment(504, { public: false }), comment(503, { author_id: 901 }), comment(502), comment(501)]);
	expect(await oneOf(GET)).toMatchObject({ commentId: '502' });
});

it.each([
	['an internal note', comment(501, { public: false }), ticket()],
	['the customer\'s own words', comment(501, { author_id: 901 }), ticket()],
	['words on the ticket of a colleague who plays the customer', comment(501), ticket({ requester_id: 5 })],
])('%s is no reply: nothing comes out', async (_, row, of) => {
	show(77, of);
	comments([row]);
	const { main, error } = await runZendesk({ ...GET, commentId: '501' });
	expect([main.flat(), error]).toEqual([[], undefined]);
});

it('nor from a ticket that is not the bridge\'s; one that is gone is an error', async () => {
	show(77, ticket({ external_id: null }));
	expect((await runZendesk(GET)).main.flat()).toEqual([]);
	show(77);
	expect(await oneOf(GET)).toMatchObject({ error: { class: 'notFound' } });
});
