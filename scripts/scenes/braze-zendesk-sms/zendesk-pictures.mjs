import { createServer } from 'node:http';
import { commentWhere, receivedAt, startConversation } from '../../lib/scenes/conversation.mjs';

export const name = 'zendesk-pictures';
export const title = "a customer's MMS picture becomes a file on the ticket, an agent's file a link in the SMS; what cannot be fetched stays a link";
export const integration = 'braze-zendesk-sms';

/** One red pixel. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4GBgYGBAQAbBAMBC2cJGAAAAABJRU5ErkJggg==', 'base64');

/** Where the SMS provider keeps the pictures of a text, as the real ones do: by a redirect. */
async function pictureHost() {
	const server = createServer((request, response) => {
		if (request.url === '/mms/1') return response.writeHead(302, { location: '/files/parcel.png' }).end();
		if (request.url === '/files/parcel.png') return response.writeHead(200, { 'content-type': 'image/png' }).end(PICTURE);
		return response.writeHead(410).end('gone');
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function fromCustomer(stage, { customer, ticket }, host) {
	const { expect } = stage;
	await customer.texts('This is how it arrived', [`${host.url}/mms/1`, `${host.url}/mms/lost`]);
	const comment = await commentWhere(stage, ticket.id, ({ plain_body: body }) => body.includes('This is how'), 'the MMS on the ticket');
	expect.same(comment.author_id, ticket.requester_id, "the comment's author");
	expect.same(comment.attachments.map(({ file_name: file, content_type: type, size }) => [file, type, size]), [['parcel.png', 'image/png', PICTURE.length]], 'the files on the comment');
	expect.contains(comment.plain_body, `${host.url}/mms/lost`, 'the picture that could not be fetched, in the comment');
	expect.true(!comment.plain_body.includes('/mms/1'), `the picture that is attached stands in the text, too: ${comment.plain_body}`);
	const bytes = Buffer.from(await (await fetch(comment.attachments[0].content_url)).arrayBuffer());
	expect.true(bytes.equals(PICTURE), 'the picture that the agent opens is the one that the customer sent');

	await customer.texts('', [`${host.url}/mms/1`]);
	const wordless = await commentWhere(stage, ticket.id, ({ plain_body: body }) => body.includes('(parcel.png)'), 'the MMS without words on the ticket');
	expect.same(wordless.attachments.length, 1, 'the files of an MMS without words');
}

async function fromAgent(stage, { customer, ticket }) {
	const { expect, agent, quiet } = stage;
	const before = (await customer.received()).length;
	await agent.replies(ticket.id, { text: 'Here is the label.', files: [{ fileName: 'label.txt', text: 'Return label 42' }] });
	const { text } = await receivedAt(stage, customer, before + 1, "the agent's reply on the phone");
	expect.contains(text, 'Here is the label.\n', 'the words');
	const [link] = /https?:\/\/\S+/.exec(text) ?? [];
	expect.true(link !== undefined, `no link on the phone: ${text}`);
	expect.same(await (await fetch(link)).text(), 'Return label 42', 'what the customer opens');

	await agent.replies(ticket.id, { html: '<p></p>', files: [{ fileName: 'photo.png', base64: PICTURE.toString('base64'), inline: true }] });
	const pasted = await receivedAt(stage, customer, before + 2, 'a reply that is a picture alone, on the phone');
	const [address] = /https?:\/\/\S+/.exec(pasted.text) ?? [];
	expect.true(Buffer.from(await (await fetch(address)).arrayBuffer()).equals(PICTURE), `the link leads to the picture: ${pasted.text}`);
	await quiet();
	expect.same((await customer.received()).length, before + 2, 'messages on the phone');
	expect.same((await stage.zendesk.comments(ticket.id)).filter(({ public: isPublic }) => !isPublic), [], 'internal notes');
}

export async function run(stage) {
	const conversation = await startConversation(stage);
	const host = await pictureHost();
	try {
		await fromCustomer(stage, conversation, host);
	} finally {
		await host.close();
	}
	await fromAgent(stage, conversation);
}
