import { isJsonObject, type JsonObject } from '../json';
import { RecordError } from './recordError';
import type { Device } from '../types';

/** Which platform a kind of token belongs to. */
const PLATFORMS: Record<string, string> = {
	fcm: 'Android', gcm: 'Android', bps: 'Android', hps: 'Android', xps: 'Android', apns: 'iOS', apnsvoip: 'iOS',
	chrome: 'Web', firefox: 'Web', safari: 'Web', edge: 'Web', wns: 'Windows', mpns: 'Windows',
};

/** The device that a token record speaks of, or why it is not taken. */
export function checkToken({ objectId, tokenData: data }: JsonObject): Device {
	if (typeof objectId !== 'string' || objectId.trim() === '') throw new RecordError(530);
	if (data === undefined || data === null) throw new RecordError(531);
	if (!isJsonObject(data)) throw new RecordError(535);
	const { id, type } = data;
	if (typeof id !== 'string' || id === '') throw new RecordError(532);
	if (typeof type !== 'string' || type === '') throw new RecordError(533);
	if (!Object.hasOwn(PLATFORMS, type.toLowerCase())) throw new RecordError(534, type);
	return { objectId, platform: PLATFORMS[type.toLowerCase()], tokenType: type.toLowerCase(), token: id };
}
