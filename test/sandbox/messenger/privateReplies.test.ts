import { RULES } from '../../../sandbox/messenger/rules';
import { JOERG, PAGE, startMessenger, type Messenger } from './harness';

let messenger: Messenger;
beforeAll(async () => {
	messenger = await startMessenger();
});
beforeEach(async () => await messenger.reset());
afterAll(async () => await messenger.close());

describe('private replies', () => {
	const comment = async (body: object = { text: 'Is it open?' }) => (await messenger.person<{ id: string }>(JOERG, 'comments', body)).body.id;
	const answer = async (recipient: object) => await messenger.graph('POST', `/${PAGE}/messages`, { recipient, messaging_type: 'RESPONSE', message: { text: 'Yes' } });

	it('answer a comment once', async () => {
		const id = await comment();
		expect((await answer({ comment_id: id })).body).toMatchObject({ recipient_id: JOERG, message_id: expect.any(String) });
		expect((await answer({ comment_id: id })).body.error).toMatchObject({ code: 10 });
		expect(messenger.lastRule()).toEqual(RULES.privateReplyRefused);
	});

	it('answer within 7 days, long after the window', async () => {
		const early = await comment();
		const late = await comment({ text: 'x', visitorPost: true });
		await messenger.age(7 * 24 * 3600 - 60);
		expect((await answer({ comment_id: early })).status).toBe(200);
		expect((await messenger.send(JOERG)).body.error?.error_subcode).toBe(2018278);
		await messenger.age(120);
		expect((await answer({ post_id: late })).body.error).toMatchObject({ code: 10 });
	});

	it('know comments from posts', async () => {
		const id = await comment();
		expect((await answer({ post_id: id })).body.error).toMatchObject({ error_subcode: 2018001 });
	});
});
