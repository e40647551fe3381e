import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { openDoor, type Door } from '../../shared/transport/door';
import { FailureError } from '../../shared/transport/failure';
import { CHAT, sendbirdChat } from '../api';
import { holdsAll, merged } from './categories';
import { readSettingCall, settingOf, writeSettingCall, type SettingChange, type WebhookSetting } from './webhookSetting';

/** The setting as it was before we took the slot. */
interface Former extends IDataObject {
	enabled: boolean;
	url: string;
	include_members: boolean;
	enabled_events: string[];
}

/** What the trigger made; nothing else is ever taken back. */
export interface Remembered extends IDataObject {
	/** The address that Sendbird was given. */
	endpoint?: string;
	former?: Former;
}

export interface Wanted {
	events: readonly string[];
	includeMembers: boolean;
}

const foreign = (url: string): FailureError =>
	new FailureError({
		class: 'conflict',
		vendor: CHAT,
		message: `The Sendbird application already sends its webhooks to ${url}, and an application has one webhook only`,
		fix: 'Unpublish the workflow behind that address, or switch it off in the Dashboard under Settings > Chat > Webhooks. Several workflows share one intake by calling them as sub-workflows.',
	});

const testRun = (): FailureError =>
	new FailureError({
		class: 'conflict',
		vendor: CHAT,
		message: 'A test run does not take the Sendbird application\'s one webhook away from who has it',
		fix: 'Publish the workflow and write into a channel: the event is in Executions, from where it can be copied to the editor.',
	});

async function doorFor(context: IHookFunctions): Promise<Door> {
	if (context.getMode() === 'manual') throw testRun();
	return await openDoor(context, sendbirdChat);
}

const read = async (door: Door): Promise<WebhookSetting> => settingOf(await door.send(readSettingCall(), 'safe'));

const write = async (door: Door, change: SettingChange): Promise<void> => {
	await door.send(writeSettingCall(change), 'safe');
};

/** Somebody else's webhook stays as it is while it is switched on: taking it would silence them. */
async function readOwn(door: Door, endpoint: string, memory: Remembered): Promise<WebhookSetting> {
	const there = await read(door);
	const isOurs = there.url === endpoint || there.url === memory.endpoint;
	if (there.enabled && there.url !== '' && !isOurs) throw foreign(there.url);
	return there;
}

const isWhole = (there: WebhookSetting, endpoint: string, wanted: Wanted): boolean =>
	there.enabled && there.url === endpoint && holdsAll(there.enabled_events, wanted.events) && (there.include_members || !wanted.includeMembers);

/** True where the application already tells all that is wanted to this very address. */
export async function isRegistered(context: IHookFunctions, endpoint: string, wanted: Wanted, memory: Remembered): Promise<boolean> {
	const there = await readOwn(await doorFor(context), endpoint, memory);
	if (!isWhole(there, endpoint, wanted)) return false;
	memory.endpoint = endpoint;
	return true;
}

/** Takes the slot, adds our categories to those there, and remembers what it was; what was kept from an earlier time stays kept. */
export async function register(context: IHookFunctions, endpoint: string, wanted: Wanted, memory: Remembered): Promise<void> {
	const door = await doorFor(context);
	const there = await readOwn(door, endpoint, memory);
	const isOurs = there.url === endpoint || (memory.endpoint !== undefined && there.url === memory.endpoint);
	// Kept before the slot is taken: a publish that fails half-way is taken back too.
	if (!isOurs) memory.former = { enabled: there.enabled, url: there.url, include_members: there.include_members, enabled_events: there.enabled_events };
	memory.endpoint = endpoint;
	await write(door, {
		enabled: true,
		url: endpoint,
		include_members: there.include_members || wanted.includeMembers,
		enabled_events: merged(there.enabled_events, wanted.events),
	});
}

/** Puts back what was there, where the slot is still ours: a test run, too, ends here. */
export async function unregister(context: IHookFunctions, endpoint: string, memory: Remembered): Promise<void> {
	if (memory.endpoint !== endpoint) return;
	const door = await openDoor(context, sendbirdChat);
	const { former } = memory;
	if ((await read(door)).url === endpoint) {
		// An empty slot had no address to give back; without events Sendbird switches the webhook off.
		if (former === undefined || former.url === '') await write(door, { enabled: false, enabled_events: [] });
		else await write(door, { ...former });
	}
	delete memory.endpoint;
	delete memory.former;
}
