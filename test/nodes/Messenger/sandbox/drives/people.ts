import { ADA, ADA_ELSEWHERE, ALAN_NO_PROFILE, APP, INBOX, JOERG, MARY_NEVER, PAGE, SECOND_APP } from '../../../../sandbox/messenger/harness';
import { personOf, picture, proved, to, type MessengerDrives, type MessengerSandbox } from '../messenger';

/** The warehouse's app has the conversation. */
async function otherAppHas(sandbox: MessengerSandbox): Promise<void> {
	expect((await sandbox.graph('POST', `/me/pass_thread_control?${proved}`, { recipient: { id: ADA }, target_app_id: SECOND_APP })).status).toBe(200);
}

export const userProfile: MessengerDrives = {
	get: async (node) => {
		expect(await node.one('userProfile.get', to(ADA))).toMatchObject({ psid: ADA, known: true, name: 'Ada Lovelace', first_name: 'Ada' });
		expect(await node.one('userProfile.get', to(MARY_NEVER))).toMatchObject({ known: false, code: '230' });
		expect(await node.one('userProfile.get', to(ALAN_NO_PROFILE))).toMatchObject({ known: false, code: '100/2018218' });
		expect(await node.one('userProfile.get', to(ADA_ELSEWHERE))).toMatchObject({ known: false, code: '100/33' });
		expect(await node.one('userProfile.get', to(ADA, { properties: 'id,locale' }))).toMatchObject({ known: false, code: '100/2018247' });
	},
	getBatch: async (node) => {
		const psids = [ADA, ALAN_NO_PROFILE, MARY_NEVER, ADA_ELSEWHERE, JOERG];
		const told = await node.all('userProfile.getBatch', { psid: '={{ $json.psid }}' }, psids.map((psid) => ({ psid })));
		expect(told.map(({ psid, known, name }) => [psid, known, name])).toEqual([[ADA, true, 'Ada Lovelace'], [ALAN_NO_PROFILE, false, undefined], [MARY_NEVER, false, undefined], [ADA_ELSEWHERE, false, undefined], [JOERG, true, 'Jörg Müller']]);
		expect(node.called.filter((call) => call.startsWith('POST'))).toHaveLength(1);
		await node.all('userProfile.getBatch', { psid: '={{ $json.psid }}' }, Array.from({ length: 51 }, () => ({ psid: ADA })));
		expect(node.called.filter((call) => call.startsWith('POST'))).toHaveLength(2);
	},
};

export const attachment: MessengerDrives = {
	upload: async (node, sandbox) => {
		const byUrl = await node.one('attachment.upload', { type: 'image', fileFrom: 'url', url: 'https://shop.test/h.png' });
		expect(byUrl).toEqual({ attachmentId: expect.stringMatching(/^\d+$/), type: 'image' });
		const byFile = await node.one('attachment.upload', { type: 'image', fileFrom: 'binary', binary: 'data' }, [{}], { files: [picture()] });
		await node.one('message.sendAttachment', to(ADA, { type: 'image', fileFrom: 'attachmentId', attachmentId: String(byFile.attachmentId) }));
		expect((await sandbox.chat(ADA)).at(-1)).toMatchObject({ attachments: [{ payload: { attachment_id: byFile.attachmentId, url: expect.stringContaining('hat.png') } }] });
		// Kept for 90 days.
		await sandbox.age(91 * 24 * 3600);
		await sandbox.person(ADA, 'messages', { text: 'Still there?' });
		expect(await node.failure('message.sendAttachment', to(ADA, { type: 'image', fileFrom: 'attachmentId', attachmentId: String(byFile.attachmentId) }))).toMatchObject({ class: 'invalidInput', code: '100/2018074' });
	},
};

export const conversation: MessengerDrives = {
	passThreadControl: async (node, sandbox) => {
		await node.one('conversation.passThreadControl', to(ADA, { metadata: 'needs a person' }));
		expect(await personOf(sandbox)).toMatchObject({ owner: INBOX });
		expect(await node.failure('message.sendText', to(ADA, { text: 'Hi' }))).toMatchObject({ class: 'routing', code: '10/2018300' });
		expect(await node.failure('conversation.passThreadControl', to(ADA, { targetAppId: SECOND_APP }))).toMatchObject({ class: 'routing' });
	},
	takeThreadControl: async (node, sandbox) => {
		await otherAppHas(sandbox);
		expect(await node.failure('conversation.takeThreadControl', to(ADA))).toMatchObject({ class: 'forbidden', message: expect.stringContaining('default application') });
		await sandbox.control('POST', `/messenger/page/${PAGE}`, { defaultAppId: APP });
		await node.one('conversation.takeThreadControl', to(ADA));
		expect(await personOf(sandbox)).toMatchObject({ owner: APP });
		await node.one('message.sendText', to(ADA, { text: 'We have it' }));
	},
	requestThreadControl: async (node, sandbox) => {
		await otherAppHas(sandbox);
		expect(await node.one('conversation.requestThreadControl', to(ADA, { metadata: 'please' }))).toEqual({ psid: ADA, requested: true });
		// A request changes nothing; the other app decides.
		expect(await personOf(sandbox)).toMatchObject({ owner: SECOND_APP });
	},
};
