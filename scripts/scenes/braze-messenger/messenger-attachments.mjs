import { createServer } from 'node:http';
import { once } from 'node:events';
import { onTicket } from '../../lib/scenes/bothEnds.mjs';
import { newPerson, ticketOf } from '../../lib/scenes/messenger.mjs';

export const name = 'messenger-attachments';
export const title = 'a person sends a photo, and the agent gets the file; the agent answers with a picture, and the person gets it; one that cannot be fetched is told';
export const integration = 'braze-messenger';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** Where the pictures lie: what Meta's CDN is for the person's, and the agent's own web server. */
async function pictures() {
	const server = createServer((request, response) => {
		const isThere = request.url.startsWith('/photo.png');
		response.writeHead(isThere ? 200 : 404, { 'content-type': isThere ? 'image/png' : 'text/plain' }).end(isThere ? PNG : 'gone');
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = `http://127.0.0.1:${server.address().port}`;
	return { there: `${address}/photo.png`, gone: `${address}/gone.png`, close: () => server.close() };
}

async function play(stage, { there, gone }) {
	const { expect, agent, zendesk, waitFor, quiet } = stage;
	const person = await newPerson(stage);
	await person.sends([{ type: 'image', payload: { url: there } }], 'It arrived like this');
	const ticket = await ticketOf(stage, person);
	const [comment] = await zendesk.comments(ticket.id);
	expect.contains(comment.plain_body, 'It arrived like this', "the person's words on the ticket");
	expect.same(comment.attachments.map(({ content_type: type, size }) => [type, size]), [['image/png', PNG.length]], 'the files on the ticket');
	await waitFor(async () => (await person.aliasAttributes())?.messenger_last_inbound_at, { what: 'the alias profile' });

	await agent.replies(ticket.id, { html: `<p>It should look like this:</p><p><img src="${there}"></p>` });
	await waitFor(async () => (await person.received()).length >= 2, { what: 'words and picture in the chat' });
	const [words, picture] = await person.received();
	expect.same(words.text, 'It should look like this:', 'the words in the chat');
	expect.same(picture.attachments.map(({ type, payload }) => [type, payload.url]), [['image', there]], 'the picture in the chat');

	await agent.replies(ticket.id, { html: `<p>And the manual:</p><p><img src="${gone}"></p>` });
	await waitFor(async () => (await person.received()).length >= 3, { what: 'the words without their picture' });
	const [note] = await waitFor(
		async () => {
			const { notes } = await onTicket(stage, ticket.id);
			return notes.length > 0 && notes;
		},
		{ what: 'a note on the ticket about the picture' },
	);
	expect.contains(note, 'attachment', 'the note');
	await quiet();
	expect.same((await person.received()).map(({ text = '(picture)' }) => text), ['It should look like this:', '(picture)', 'And the manual:'], 'the chat');
}

export async function run(stage) {
	const server = await pictures();
	try {
		await play(stage, server);
	} finally {
		server.close();
	}
}
