import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { openDoor, type Door } from '../../shared/transport/door';
import { FailureError } from '../../shared/transport/failure';
import { messenger, NAME } from '../api';
import { lacking, readAppLayer, readPageLayer, removeAppLayer, removePageLayer, union, writeAppLayer, writePageLayer } from './layers';

/** What the trigger made; nothing else is ever removed. */
export interface Remembered extends IDataObject {
	/** The address that Meta was given. */
	endpoint?: string;
	appMadeByUs?: boolean;
	pageMadeByUs?: boolean;
}

const foreignCallback = (callback: string): FailureError =>
	new FailureError({
		class: 'conflict',
		vendor: NAME,
		message: `The Meta app already sends its Page events to ${callback}, and an app has one callback only`,
		fix: 'Unpublish the workflow behind that address, or remove it in App Dashboard > Webhooks > Page; or use an app of its own. Several workflows share one intake by calling them as sub-workflows.',
	});

const testRun = (): FailureError =>
	new FailureError({
		class: 'conflict',
		vendor: NAME,
		message: 'A test run does not take the Meta app\'s one callback away from the published workflow',
		fix: 'Publish the workflow and write to the Page: the event is in Executions, from where it can be copied to the editor.',
	});

const incomplete = (): FailureError =>
	new FailureError({ class: 'invalidInput', vendor: NAME, message: 'The Facebook Messenger credential holds no Verify Token, so Meta could not verify the callback', fix: 'Put a long random text into Verify Token of the credential.' });

async function doorFor(context: IHookFunctions): Promise<Door> {
	if (context.getMode() === 'manual') throw testRun();
	const door = await openDoor(context, messenger);
	if (!door.account?.verifyToken) throw incomplete();
	return door;
}

/** Somebody else's callback stays as it is: taking it would silence them. One that we gave before n8n's address changed is ours. */
async function ownAppLayer(door: Door, endpoint: string, memory: Remembered) {
	const layer = await readAppLayer(door);
	if (layer && layer.callback !== endpoint && layer.callback !== memory.endpoint) throw foreignCallback(layer.callback);
	return layer;
}

/** True where both layers already lead the wanted fields to this very address. */
export async function isRegistered(context: IHookFunctions, endpoint: string, wanted: readonly string[], memory: Remembered): Promise<boolean> {
	const door = await doorFor(context);
	const app = await ownAppLayer(door, endpoint, memory);
	const page = await readPageLayer(door);
	const isWhole = app?.callback === endpoint && app.active && lacking(wanted, app.fields).length === 0 && page !== undefined && lacking(wanted, page).length === 0;
	if (isWhole) memory.endpoint = endpoint;
	return isWhole;
}

/** Makes what is missing, layer by layer, and remembers at once what was made: a publish that fails half-way is taken back. */
export async function register(context: IHookFunctions, endpoint: string, wanted: readonly string[], memory: Remembered): Promise<void> {
	const door = await doorFor(context);
	const app = await ownAppLayer(door, endpoint, memory);
	if (app?.callback !== endpoint || !app.active || lacking(wanted, app.fields).length > 0) {
		await writeAppLayer(door, endpoint, union(app?.fields ?? [], wanted));
		if (app === undefined) memory.appMadeByUs = true;
	}
	memory.endpoint = endpoint;
	const page = await readPageLayer(door);
	if (page !== undefined && lacking(wanted, page).length === 0) return;
	await writePageLayer(door, union(page ?? [], wanted));
	if (page === undefined) memory.pageMadeByUs = true;
}

/** Takes back what was made for this very address, and nothing else: a test run, too, ends here. */
export async function unregister(context: IHookFunctions, endpoint: string, memory: Remembered): Promise<void> {
	if (memory.endpoint !== endpoint) return;
	const door = await openDoor(context, messenger);
	if (memory.pageMadeByUs) await removePageLayer(door);
	if (memory.appMadeByUs && (await readAppLayer(door))?.callback === endpoint) await removeAppLayer(door);
	for (const key of ['endpoint', 'appMadeByUs', 'pageMadeByUs']) delete memory[key];
}
