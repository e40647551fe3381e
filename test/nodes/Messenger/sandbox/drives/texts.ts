import { ADA, ANNA_BLOCKED, EDSGER_10_DAYS, GRACE_3_DAYS, HOUR, JOERG } from '../../../../sandbox/messenger/harness';
import { rows } from '../../../../support/drives';
import { countSeen, lastSeen, to, writes, type MessengerDrives, type MessengerSandbox } from '../messenger';

const TEXT = to(ADA, { text: 'Hello' });

const comments = async (sandbox: MessengerSandbox, visitorPost = false): Promise<string> => (await sandbox.person<{ id: string }>(ADA, 'comments', { text: 'Is it red?', visitorPost })).body.id;

export const texts: MessengerDrives = {
	sendText: async (node, sandbox) => {
		const sent = await node.one('message.sendText', { ...TEXT, more: { metadata: 'order-7', notificationType: 'SILENT_PUSH' } });
		expect(sent).toEqual({ messageId: expect.any(String), recipientId: ADA, messageIds: [sent.messageId] });
		expect(await lastSeen(sandbox)).toMatchObject({ mid: sent.messageId, direction: 'out', text: 'Hello', messagingType: 'RESPONSE', metadata: 'n8n-messaging:order-7' });

		const before = await countSeen(sandbox);
		const long = await node.one('message.sendText', to(ADA, { text: `${'a'.repeat(1990)} ${'b'.repeat(100)}`, sendAs: 'UPDATE' }));
		expect(long.messageIds).toHaveLength(2);
		expect((await sandbox.chat(ADA)).slice(before)).toMatchObject([{ text: 'a'.repeat(1990), messagingType: 'UPDATE' }, { text: 'b'.repeat(100), messagingType: 'UPDATE' }]);

		expect(await node.failure('message.sendText', to(GRACE_3_DAYS, { text: 'Hello' }))).toMatchObject({ class: 'windowClosed', code: '10/2018278' });
		expect(await node.failure('message.sendText', to(ANNA_BLOCKED, { text: 'Hello' }))).toMatchObject({ class: 'recipientGone', code: '551/1545041' });
		expect(await node.failure('message.sendText', to('1', { text: 'Hello' }))).toMatchObject({ class: 'recipientGone', code: '100/2018001' });

		await node.one('message.sendText', to(GRACE_3_DAYS, { text: 'A person answers', sendAs: 'HUMAN_AGENT' }));
		expect(await lastSeen(sandbox, GRACE_3_DAYS)).toMatchObject({ messagingType: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });

		await sandbox.person(JOERG, 'optins', { ref: 'news', userRef: 'checkbox-1' });
		expect(await node.one('message.sendText', { sendTo: 'user_ref', userRef: 'checkbox-1', text: 'Welcome' })).toMatchObject({ recipientId: '' });
		expect(await lastSeen(sandbox, JOERG)).toMatchObject({ text: 'Welcome' });
	},
	reply: async (node, sandbox) => {
		const messageId = await writes(sandbox, 'Where is it?');
		await node.one('message.reply', to(ADA, { messageId, text: 'On its way' }));
		expect(await lastSeen(sandbox)).toMatchObject({ text: 'On its way', replyTo: messageId });
	},
	react: async (node, sandbox) => {
		const messageId = await writes(sandbox, 'Thank you!');
		expect(await node.one('message.react', to(ADA, { messageId, reaction: 'love' }))).toEqual({ psid: ADA, messageId, action: 'react' });
		expect(await lastSeen(sandbox)).toMatchObject({ reactions: [{ by: 'page', reaction: 'love' }] });
		await node.one('message.react', to(ADA, { messageId, action: 'unreact' }));
		expect(await lastSeen(sandbox)).toMatchObject({ reactions: [] });
		expect(await node.failure('message.react', to(ADA, { messageId: 'm_none', reaction: 'love' }))).toMatchObject({ class: 'invalidInput', code: '100' });
	},
	senderAction: async (node, sandbox) => {
		for (const action of ['typing_on', 'typing_off', 'mark_seen']) {
			await node.one('message.senderAction', to(ADA, { action }));
			expect(sandbox.events().filter(({ kind }) => kind === 'sent').at(-1)).toMatchObject({ customer: ADA, summary: expect.stringContaining(action) });
		}
		expect(await countSeen(sandbox)).toBe(1);
	},
	privateReply: async (node, sandbox) => {
		const id = await comments(sandbox);
		await node.one('message.privateReply', { replyTo: 'comment_id', id, text: 'Yes, and blue' });
		expect(await lastSeen(sandbox)).toMatchObject({ text: 'Yes, and blue' });
		expect(await node.failure('message.privateReply', { replyTo: 'comment_id', id, text: 'And green' })).toMatchObject({ class: 'windowClosed' });
		await node.one('message.privateReply', { replyTo: 'post_id', id: await comments(sandbox, true), text: 'Thanks for the post' });
		expect(await lastSeen(sandbox)).toMatchObject({ text: 'Thanks for the post' });
	},
	sendQuickReplies: async (node, sandbox) => {
		const quickReplies = rows({ contentType: 'text', title: 'Red', payload: 'R' }, { contentType: 'text', title: 'Blue' }, { contentType: 'user_email' });
		await node.one('message.sendQuickReplies', to(ADA, { text: 'Which?', quickReplies }));
		expect(await lastSeen(sandbox)).toMatchObject({ text: 'Which?', quickReplies: [{ contentType: 'text', title: 'Red', payload: 'R' }, { contentType: 'text', title: 'Blue', payload: 'Blue' }, { contentType: 'user_email' }] });
		// On offer until the next message: so the tap shows that they stand under the text.
		expect((await sandbox.person(ADA, 'messages', { quickReply: 'Blue' })).status).toBe(202);
	},
	sendWithinWindow: async (node, sandbox) => {
		const since = (hours: number) => new Date(Date.now() - hours * HOUR * 1000).toISOString();
		expect(await node.one('message.sendWithinWindow', to(ADA, { lastInboundAt: since(1), text: 'Now' }))).toMatchObject({ sentAs: 'RESPONSE', recipientId: ADA, windowEndsAt: expect.any(String) });
		expect(await lastSeen(sandbox)).toMatchObject({ text: 'Now', messagingType: 'RESPONSE' });
		expect(await node.one('message.sendWithinWindow', to(GRACE_3_DAYS, { lastInboundAt: since(72), text: 'By hand', writtenBy: 'person' }))).toMatchObject({ sentAs: 'HUMAN_AGENT' });
		expect(await lastSeen(sandbox, GRACE_3_DAYS)).toMatchObject({ text: 'By hand', tag: 'HUMAN_AGENT' });
		await node.one('message.sendWithinWindow', to(ADA, { lastInboundAt: since(1), content: 'json', message: '{"text": "Which?", "quick_replies": [{"content_type": "text", "title": "A", "payload": "A"}]}', purpose: 'UPDATE' }));
		expect(await lastSeen(sandbox)).toMatchObject({ messagingType: 'UPDATE', quickReplies: [{ payload: 'A' }] });
		expect(await node.failure('message.sendWithinWindow', to(EDSGER_10_DAYS, { lastInboundAt: since(240), text: 'Late', writtenBy: 'person' }))).toMatchObject({ class: 'windowClosed' });
		expect(node.called).toEqual([]);
	},
};
