import { Messenger } from '../../../../nodes/Messenger/Messenger.node';
import { ADA, ADA_ELSEWHERE, ALAN_NO_PROFILE, APP, JOERG, MARY_NEVER, PAGE, PAGE_TOKEN, SECRET, startMessenger, type Messenger as Sandbox } from '../../../sandbox/messenger/harness';
import { runNode } from '../../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startMessenger();
});
afterAll(async () => await sandbox.close());

async function names(psids: string[]) {
	const { main, error } = await runNode({
		nodeType: new Messenger(),
		parameters: { resource: 'userProfile', operation: 'getBatch', psid: '={{ $json.psid }}', properties: 'id,name' },
		items: psids.map((psid) => ({ psid })),
		credentials: { messengerPageApi: { pageId: PAGE, pageToken: PAGE_TOKEN, appSecret: SECRET, appId: APP, verifyToken: 'x', graphVersion: 'v26.0', baseUrl: sandbox.base } },
		settings: { onError: 'continueErrorOutput' },
	});
	if (error !== undefined) throw error;
	return main[0].map(({ json }) => [json.psid, json.known, json.name]);
}

it('names come in one call under the app secret\'s proof; people without a name stop nobody', async () => {
	await sandbox.control('POST', '/messenger/app', { requireAppSecretProof: true });
	const before = sandbox.events().length;
	expect(await names([ADA, ALAN_NO_PROFILE, MARY_NEVER, ADA_ELSEWHERE, JOERG])).toEqual([
		[ADA, true, 'Ada Lovelace'],
		[ALAN_NO_PROFILE, false, undefined],
		[MARY_NEVER, false, undefined],
		[ADA_ELSEWHERE, false, undefined],
		[JOERG, true, 'Jörg Müller'],
	]);
	const batches = sandbox.events().slice(before).filter(({ kind, request }) => kind === 'request' && request?.method === 'POST');
	expect(batches).toHaveLength(1);
});
