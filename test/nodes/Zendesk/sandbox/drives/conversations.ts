import { mapped, type Driver } from '../../../../support/drives';
import type { Zendesk } from '../../../../sandbox/zendesk/helpers';
import { agentReplies, closeByAutomation, idOf, newTicket, type ZendeskDrives } from '../zendesk';

const says = async (sandbox: Zendesk, text: string, deliveryId: string, more = {}) => ({ requesterId: String(await idOf(sandbox)), channel: 'sms', customer: 'cust-1', text, deliveryId, ...more });
const began = async (node: Driver, sandbox: Zendesk) => String((await node.one('conversation.addCustomerMessage', await says(sandbox, 'Hello', 'd-1'))).ticketId);
const wordsOn = async (sandbox: Zendesk, ticketId: string) => (await sandbox.truth(Number(ticketId))).comments.map(({ body }) => body);

export const conversation: ZendeskDrives = {
	addCustomerMessage: async (node, sandbox) => {
		const ticketId = await began(node, sandbox);
		const second = await says(sandbox, 'Anybody there?', 'd-2');
		expect(await node.one('conversation.addCustomerMessage', second)).toMatchObject({ action: 'appended', ticketId });
		// The same delivery again is a repeat; the same words in another one are not.
		expect(await node.one('conversation.addCustomerMessage', second)).toMatchObject({ action: 'duplicate', ticketId });
		await node.one('conversation.addCustomerMessage', { ...second, deliveryId: 'd-3' });
		expect(await wordsOn(sandbox, ticketId)).toEqual(['Hello', 'Anybody there?', 'Anybody there?']);
		expect((await sandbox.truth(Number(ticketId))).ticket.external_id).toBe('sms:cust-1:1');
		await closeByAutomation(sandbox, ticketId);
		const followUp = await node.one('conversation.addCustomerMessage', await says(sandbox, 'Me again', 'd-4'));
		expect(followUp).toMatchObject({ action: 'followUp', followUpOf: ticketId, externalId: `sms:cust-1:${ticketId}` });
		expect(await wordsOn(sandbox, String(followUp.ticketId))).toEqual(['Me again']);
	},
	getReply: async (node, sandbox) => {
		const ticketId = await began(node, sandbox);
		const commentId = await agentReplies(sandbox, ticketId, 'How can I help?');
		expect(await node.one('conversation.getReply', { ticketId, commentId })).toMatchObject({ text: 'How can I help?', commentId, customer: { key: 'cust-1' }, agent: { name: 'Nora Lindqvist' } });
		const note = await agentReplies(sandbox, ticketId, 'Between us', { public: false });
		expect(await node.all('conversation.getReply', { ticketId, commentId: note })).toEqual([]);
	},
	missedReplies: async (node, sandbox) => {
		const ticketId = await began(node, sandbox);
		await agentReplies(sandbox, ticketId, 'First');
		await agentReplies(sandbox, ticketId, 'Between us', { public: false });
		await agentReplies(sandbox, ticketId, 'Second');
		const foreign = await newTicket(node, sandbox, { more: { externalId: 'mail:cust-1:1' } });
		await agentReplies(sandbox, foreign, 'By e-mail');
		await sandbox.age(120);
		expect((await node.all('conversation.missedReplies', { channel: 'sms', lookBackMinutes: 10 })).map(({ text }) => text)).toEqual(['First', 'Second']);
	},
	noteUndelivered: async (node, sandbox) => {
		const ticketId = await began(node, sandbox);
		const commentId = await agentReplies(sandbox, ticketId, 'How can I help?');
		const failure = { ticketId, commentId, failure: '{"class": "optedOut", "message": "texted STOP", "fix": "-"}' };
		await node.one('conversation.noteUndelivered', failure);
		await node.one('conversation.noteUndelivered', failure);
		const { comments } = await sandbox.truth(Number(ticketId));
		expect(comments.slice(2)).toMatchObject([{ public: false, body: expect.stringContaining('opted out') }]);
		await closeByAutomation(sandbox, ticketId);
		expect(await node.failure('conversation.noteUndelivered', { ...failure, commentId: '1' })).toMatchObject({ class: 'closed' });
	},
};

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]);

const filesOn = async (sandbox: Zendesk, ticketId: string) =>
	(await sandbox.api<{ comments: Array<{ attachments: Array<{ file_name: string; content_url: string }> }> }>('GET', `/tickets/${ticketId}/comments`)).body.comments[0].attachments;

export const attachment: ZendeskDrives = {
	upload: async (node, sandbox) => {
		const files = [{ data: { data: PNG.toString('base64'), mimeType: 'image/png', fileName: 'shoe.png' } }];
		const { token } = await node.one('attachment.upload', { file: 'data' }, [{}], { files });
		const more = { uploads: String(token) };
		const ticketId = await newTicket(node, sandbox, { more });
		const [file] = await filesOn(sandbox, ticketId);
		expect(file.file_name).toBe('shoe.png');
		expect(Buffer.from(await (await fetch(file.content_url)).arrayBuffer())).toEqual(PNG);
		// A token may be used once.
		expect(await filesOn(sandbox, await newTicket(node, sandbox, { more }))).toEqual([]);
	},
};

const startJob = async (sandbox: Zendesk, count = 2) => {
	const requester = await idOf(sandbox);
	const tickets = Array.from({ length: count }, (_, index) => ({ subject: `Job ${index}`, comment: { body: 'c' }, requester_id: index === 1 ? 999 : requester }));
	return (await sandbox.api<{ job_status: { id: string } }>('POST', '/tickets/create_many', { tickets })).body.job_status.id;
};

export const job: ZendeskDrives = {
	get: async (node, sandbox) => {
		await sandbox.control('POST', '/zendesk/settings', { jobQueuedMs: 60_000 });
		const jobId = await startJob(sandbox);
		expect(await node.one('job.get', { jobId })).toMatchObject({ ended: false, status: 'queued' });
		await sandbox.age(120);
		expect(await node.one('job.get', { jobId })).toMatchObject({ ended: true, succeeded: 1, failed: 1 });
	},
	wait: async (node, sandbox) => {
		const jobId = await startJob(sandbox);
		expect(await node.one('job.wait', { jobId })).toMatchObject({ status: 'completed', succeeded: 1, failed: 1, failures: [{ index: 1 }] });
		await sandbox.control('POST', '/zendesk/settings', { jobEnd: 'killed' });
		expect(await node.one('job.wait', { jobId: await startJob(sandbox) })).toMatchObject({ status: 'killed', ended: true });
	},
};

const N8N = { way: 'n8n', endpoint: 'https://n8n.example.com/webhook/1/webhook' };

const foreignStands = async (sandbox: Zendesk) => JSON.stringify((await sandbox.control('GET', '/zendesk/webhooks')).body).includes('Warehouse export (other team)');

export const integration: ZendeskDrives = {
	setUp: async (node, sandbox) => {
		const dry = await node.one('integration.setUp', { ...N8N, dryRun: true });
		expect(node.called.every((call) => call.startsWith('GET'))).toBe(true);
		expect(await node.one('integration.setUp', { ...N8N, dryRun: false })).toMatchObject({ changes: dry.changes, warnings: [] });
		expect(dry.changes).toBe(4);
		// Twice is once.
		const twice = await node.one('integration.setUp', { ...N8N, dryRun: false });
		expect(node.called.every((call) => call.startsWith('GET'))).toBe(true);
		expect(twice).toMatchObject({ changes: 0, differs: [] });
		expect((await node.all('webhook.getMany', { returnAll: true })).filter(({ endpoint }) => endpoint === N8N.endpoint)).toHaveLength(1);
		expect(await foreignStands(sandbox)).toBe(true);
	},
	tearDown: async (node, sandbox) => {
		const before = await node.all('trigger.getMany', { returnAll: true });
		await node.one('integration.setUp', { ...N8N, dryRun: false });
		expect(await node.one('integration.tearDown', { ...N8N, dryRun: true })).toMatchObject({ dryRun: true });
		expect((await node.all('trigger.getMany', { returnAll: true })).length).toBe(before.length + 2);
		await node.one('integration.tearDown', { ...N8N, dryRun: false });
		expect(await node.all('trigger.getMany', { returnAll: true })).toEqual(before);
		expect((await node.all('webhook.getMany', { returnAll: true })).map(({ name }) => name)).toEqual(['Warehouse export (other team)']);
		expect(await foreignStands(sandbox)).toBe(true);
	},
	adoptOpenTickets: async (node, sandbox) => {
		const userId = String((await node.one('user.create', { name: 'Ada', userFields: mapped({ braze_external_id: 'cust-1' }) })).id);
		const ours = await newTicket(node, sandbox, { requesterId: userId });
		const unnamed = await newTicket(node, sandbox);
		await sandbox.control('POST', '/agent/email-tickets', { requesterId: Number(userId), subject: 'Mail', text: 'By e-mail' });
		const verdicts = async (dryRun: boolean) => Object.fromEntries((await node.all('integration.adoptOpenTickets', { channel: 'sms', dryRun })).map(({ ticketId, action }) => [ticketId, action]));
		expect(await verdicts(true)).toMatchObject({ [ours]: 'wouldAdopt', [unnamed]: 'skipped' });
		expect((await sandbox.truth(Number(ours))).ticket.external_id).toBeNull();
		const adopted = await verdicts(false);
		expect(adopted).toMatchObject({ [ours]: 'adopted', [unnamed]: 'skipped' });
		expect(Object.values(adopted).filter((action) => action === 'adopted')).toHaveLength(1);
		expect((await sandbox.truth(Number(ours))).ticket.external_id).toBe('sms:cust-1:1');
		expect(await verdicts(false)).toMatchObject({ [ours]: 'already' });
		// The bridge now finds the conversation.
		expect(await node.one('conversation.addCustomerMessage', { requesterId: userId, channel: 'sms', customer: 'cust-1', text: 'More', deliveryId: 'd-9' })).toMatchObject({ action: 'appended', ticketId: ours });
	},
};
