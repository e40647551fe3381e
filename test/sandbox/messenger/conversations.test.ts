import { RULES } from '../../../sandbox/messenger/rules';
import { ADA, JOERG, MARY_NEVER, PAGE, startMessenger, type Messenger } from './harness';

let messenger: Messenger;
beforeAll(async () => {
	messenger = await startMessenger();
});
beforeEach(async () => {
	await messenger.reset();
	await messenger.control('POST', '/messenger/limits', { conversationsPerSecond: 1000 });
});
afterAll(async () => await messenger.close());

type List = { data: Array<{ id: string }>; error?: { code: number } };
const find = async (query: string) => (await messenger.graph<List>('GET', `/${PAGE}/conversations?platform=messenger${query}`)).body.data;

it('lists conversations, and the one of a person', async () => {
	const all = await find('');
	expect(all.length).toBeGreaterThan(3);
	const one = await find(`&user_id=${ADA}`);
	expect(one).toHaveLength(1);
	expect(all.map(({ id }) => id)).toContain(one[0].id);
	expect(await find(`&user_id=${MARY_NEVER}`)).toEqual([]);
	expect((await messenger.graph<List>('GET', `/${PAGE}/conversations?platform=telegram`)).body.error?.code).toBe(100);
});

it('shows messages, newest first, and each with who and what', async () => {
	const { message_id: mid } = (await messenger.send(JOERG, 'Grüße')).body;
	const [{ id }] = await find(`&user_id=${JOERG}`);
	const { messages } = (await messenger.graph<{ messages: { data: Array<{ id: string }> } }>('GET', `/${id}?fields=messages`)).body;
	expect(messages.data.map((each) => each.id)).toEqual([mid, `m_seeded-${JOERG}`]);
	expect((await messenger.graph('GET', `/${String(mid)}?fields=id,created_time,from,to,message,attachments`)).body).toEqual({
		id: mid, created_time: expect.stringMatching(/^\d{4}-.*\+0000$/), from: { name: 'Sandbox Sports', id: PAGE }, to: { data: [{ name: 'Jörg Müller', id: JOERG }] }, message: 'Grüße', attachments: { data: [] },
	});
});

it('keeps details of the 20 newest; older ones are said to be deleted', async () => {
	for (let index = 0; index < 19; index++) await messenger.send(ADA, `${index}`);
	const oldest = `/m_seeded-${ADA}?fields=message`;
	expect((await messenger.graph('GET', oldest)).body).toMatchObject({ message: 'Hello' });
	await messenger.send(ADA, 'one more');
	expect((await messenger.graph('GET', oldest)).body.error?.code).toBe(9000001);
	expect(messenger.lastRule()).toEqual(RULES.oldDetails);
});

it('forgets a message that was taken back', async () => {
	const { mid } = (await messenger.person<{ mid: string }>(ADA, 'messages', { text: 'oops' })).body;
	await messenger.person(ADA, 'unsends', { mid });
	expect((await messenger.graph('GET', `/${mid}?fields=message`)).body.error?.code).toBe(9000001);
});

it('is not for the token of another Page', async () => {
	const [{ id }] = await find(`&user_id=${ADA}`);
	expect((await messenger.graph('GET', `/${id}`, undefined, { authorization: 'Bearer sandbox-other-page-token' })).body.error).toMatchObject({ code: 100, error_subcode: 33 });
});
