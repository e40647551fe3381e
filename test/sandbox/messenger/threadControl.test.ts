import { RULES } from '../../../sandbox/messenger/rules';
import { ADA, APP, INBOX, PAGE, SECOND_APP, startCallback, startMessenger, type Callback, type Messenger } from './harness';

const FIELDS = 'messages,messaging_postbacks,messaging_handovers,standby,message_echoes';

let messenger: Messenger;
let ours: Callback;
let theirs: Callback;
beforeAll(async () => {
	messenger = await startMessenger();
});
beforeEach(async () => {
	await messenger.reset();
	[ours, theirs] = [await startCallback(), await startCallback()];
	await messenger.subscribe(ours.url, FIELDS);
	await messenger.subscribe(theirs.url, FIELDS, { appId: SECOND_APP, secret: 'sandbox-second-app-secret', token: 'sandbox-second-app-token' });
});
afterEach(async () => {
	await ours.close();
	await theirs.close();
});
afterAll(async () => await messenger.close());

const SECOND = { authorization: 'Bearer sandbox-second-app-token' };
const control = async (what: string, more: object = {}, headers: Record<string, string> = {}) => await messenger.graph('POST', `/${PAGE}/${what}_thread_control`, { recipient: { id: ADA }, ...more }, headers);
const owner = async () => (await messenger.graph<{ data: Array<{ thread_owner: { app_id: string } }> }>('GET', `/${PAGE}/thread_owner?recipient=${ADA}`)).body.data[0]?.thread_owner.app_id;
const defaultApp = async (appId: string | null) => await messenger.control('POST', `/messenger/page/${PAGE}`, { defaultAppId: appId });

it('nobody owns a thread at first: both apps hear and may write', async () => {
	expect(await owner()).toBeUndefined();
	await messenger.person(ADA, 'messages', { text: 'Hi' });
	await ours.first('message');
	await theirs.first('message');
	expect((await messenger.send(ADA)).status).toBe(200);
});

it('a pass tells the one who gains, the others stand by', async () => {
	expect((await control('pass', { target_app_id: SECOND_APP, metadata: 'order 7' })).body).toEqual({ success: true });
	expect(await theirs.first('pass_thread_control')).toMatchObject({ sender: { id: ADA }, recipient: { id: PAGE }, pass_thread_control: { previous_owner_app_id: null, new_owner_app_id: SECOND_APP, metadata: 'order 7' } });
	expect(await owner()).toBe(SECOND_APP);
	await messenger.person(ADA, 'postbacks', { title: 'Buy', payload: 'BUY' });
	expect((await theirs.first('postback')).postback).toMatchObject({ payload: 'BUY' });
	expect((await ours.first('postback', 'standby')).postback).toEqual({ mid: expect.any(String), title: 'Buy' });
	expect(ours.events()).toEqual([]);
	expect((await messenger.send(ADA)).body.error).toMatchObject({ code: 10, error_subcode: 2018300 });
	expect(messenger.lastRule()).toEqual(RULES.otherOwner);
	expect((await messenger.graph('POST', `/${PAGE}/messages`, { recipient: { id: ADA }, message: { text: 'theirs' } }, SECOND)).status).toBe(200);
});

it('only the owner passes, releases, extends', async () => {
	await control('pass', { target_app_id: SECOND_APP });
	for (const what of ['pass', 'release', 'extend']) {
		expect((await control(what, { target_app_id: APP, duration: 60 })).body.error).toMatchObject({ code: 10, error_subcode: 2018300 });
		expect(messenger.lastRule()).toEqual(RULES.routingRefused);
	}
	expect((await control('release', {}, SECOND)).status).toBe(200);
	expect(await owner()).toBeUndefined();
});

it('a pass to the inbox, as number too; to nobody it is refused', async () => {
	expect((await control('pass', { target_app_id: Number(INBOX) })).status).toBe(200);
	expect(await owner()).toBe(INBOX);
	expect((await control('pass', { target_app_id: '1' })).body.error?.code).toBe(10);
	await messenger.reset();
	expect((await control('pass', { target_app_id: '1' })).body.error?.code).toBe(100);
});

it('a take needs a default app, and tells the one who loses', async () => {
	await control('pass', { target_app_id: SECOND_APP });
	expect((await control('take')).body.error?.code).toBe(10);
	expect(messenger.lastRule()).toEqual(RULES.takeNeedsDefault);
	await defaultApp(APP);
	expect((await control('take', { metadata: 'mine' })).status).toBe(200);
	expect(await theirs.first('take_thread_control')).toMatchObject({ take_thread_control: { previous_owner_app_id: SECOND_APP, new_owner_app_id: APP, metadata: 'mine' } });
	expect(await owner()).toBe(APP);
});

it('a request tells the owner, and changes nothing', async () => {
	await control('pass', { target_app_id: SECOND_APP });
	await control('request', { metadata: 'please' });
	expect(await theirs.first('request_thread_control')).toMatchObject({ request_thread_control: { requested_owner_app_id: APP, metadata: 'please' } });
	expect(await owner()).toBe(SECOND_APP);
});

it('the default app owns what nobody owns', async () => {
	await defaultApp(SECOND_APP);
	expect(await owner()).toBe(SECOND_APP);
	expect((await messenger.send(ADA)).body.error?.error_subcode).toBe(2018300);
	expect((await messenger.graph('GET', '/me?fields=messaging_feature_status')).body).toMatchObject({ messaging_feature_status: { hop_v2: true } });
	await defaultApp(null);
	expect((await messenger.send(ADA)).status).toBe(200);
});

it('control that was extended ends by itself', async () => {
	await control('extend', { duration: 3600 });
	await defaultApp(SECOND_APP);
	expect(await owner()).toBe(APP);
	await messenger.age(3601);
	expect(await owner()).toBe(SECOND_APP);
});

it('a human takes the thread in the inbox: our app is told, then stands by', async () => {
	await control('extend', { duration: 3600 });
	await messenger.person(ADA, 'inbox', { text: 'Let me help', take: true });
	expect(await ours.first('take_thread_control')).toMatchObject({ take_thread_control: { previous_owner_app_id: APP, new_owner_app_id: INBOX } });
	expect((await ours.first('message', 'standby')).message).toMatchObject({ is_echo: true, app_id: Number(INBOX) });
	expect((await messenger.send(ADA)).body.error?.error_subcode).toBe(2018300);
});
