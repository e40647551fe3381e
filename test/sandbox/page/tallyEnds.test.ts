import { chatConversation, readTickets } from '../../../sandbox/page/tally/ends';
import { openTestWorld, type TestWorld } from './world';

let world: TestWorld;
beforeAll(async () => {
	world = await openTestWorld();
});
afterAll(async () => await world.close());

const PSID = '24567890123456781';

it('takes a customer whom Zendesk knows as two users for a customer still: recognised later, they write on as the other', async () => {
	const user = async (name: string, id: string) => (await world.zendesk<{ user: { id: number } }>('POST', '/users', { user: { external_id: id, name } })).user.id;
	const [asVisitor, asCustomer] = [await user('Ada', `visitor-${PSID}`), await user('Ada Lovelace', 'cust-42')];
	const { ticket } = await world.zendesk<{ ticket: { id: number } }>('POST', '/tickets', {
		ticket: { requester_id: asVisitor, external_id: `messenger:100200300400500.${PSID}:1`, subject: 'Ada', comment: { body: 'Hello', author_id: asVisitor, public: true } },
	});
	await world.zendesk('PUT', `/tickets/${ticket.id}`, { ticket: { comment: { body: 'It is me', author_id: asCustomer, public: true } } });
	await world.zendesk('PUT', `/tickets/${ticket.id}`, { ticket: { comment: { body: 'Welcome back', public: true } } });
	const { comments } = await chatConversation(world.sandbox.world, PSID, await readTickets(world.sandbox.world));
	expect(comments.map(({ text, fromCustomer }) => [text, fromCustomer])).toEqual([['Hello', true], ['It is me', true], ['Welcome back', false]]);
});
