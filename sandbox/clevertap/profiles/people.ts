import { randomBytes } from 'node:crypto';
import type { Json, JsonObject } from '../json';
import { ID_KINDS, type Device, type Identifier, type Millis, type Profile } from '../types';

const keyOf = ({ kind, value }: Identifier): string => `${kind} ${value}`;

const textIn = (data: JsonObject, name: string): string | undefined => {
	const value: Json | undefined = data[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
};

/** All profiles, found by any of their ids. */
export class People {
	private readonly profiles = new Set<Profile>();

	private readonly byId = new Map<string, Profile>();

	/** Emails in lower case and phones; the last profile that took one. */
	private readonly byAddress = new Map<string, Profile>();

	all(): Profile[] {
		return [...this.profiles];
	}

	/** An identity may also be somebody's e-mail address or phone number. */
	find({ kind, value }: Identifier): Profile | undefined {
		const profile = this.byId.get(keyOf({ kind, value }));
		return profile ?? (kind === 'identity' ? this.byAddress.get(value.toLowerCase()) : undefined);
	}

	byEmail(email: string): Profile | undefined {
		const profile = this.byAddress.get(email.toLowerCase());
		return profile !== undefined && textIn(profile.data, 'Email')?.toLowerCase() === email.toLowerCase() ? profile : undefined;
	}

	create(ids: Identifier[], createdAt: Millis): Profile {
		const objectId = ids.find(({ kind }) => kind === 'objectId')?.value ?? `-${randomBytes(16).toString('hex')}`;
		const profile: Profile = { objectId, ids: [], data: {}, devices: [], events: new Map(), unsubscribed: new Set(), createdAt };
		this.profiles.add(profile);
		this.addIds(profile, [...ids, { kind: 'objectId', value: objectId }]);
		return profile;
	}

	/** Ids that belong to somebody else stay there. */
	addIds(profile: Profile, ids: Identifier[]): void {
		for (const id of ids) {
			if (this.byId.has(keyOf(id))) continue;
			this.byId.set(keyOf(id), profile);
			profile.ids.push(id);
			if (id.kind === 'objectId' && id.value !== profile.objectId) this.addDevice(profile, { objectId: id.value, platform: 'Unknown' });
		}
	}

	addDevice(profile: Profile, device: Device): void {
		const known = profile.devices.find(({ objectId }) => objectId === device.objectId);
		if (known === undefined) profile.devices.push(device);
		else Object.assign(known, device);
	}

	setData(profile: Profile, data: JsonObject): void {
		this.forgetAddresses(profile);
		profile.data = data;
		for (const name of ['Email', 'Phone']) {
			const address = textIn(data, name);
			if (address !== undefined) this.byAddress.set(address.toLowerCase(), profile);
		}
	}

	/** Takes these ids off whoever has them. */
	dropIds(profile: Profile, drop: (id: Identifier) => boolean): void {
		for (const id of profile.ids.filter(drop)) this.byId.delete(keyOf(id));
		profile.ids = profile.ids.filter((id) => !drop(id));
	}

	remove(profile: Profile): void {
		this.forgetAddresses(profile);
		this.dropIds(profile, () => true);
		this.profiles.delete(profile);
	}

	clear(): void {
		this.profiles.clear();
		this.byId.clear();
		this.byAddress.clear();
	}

	private forgetAddresses(profile: Profile): void {
		for (const name of ['Email', 'Phone']) {
			const address = textIn(profile.data, name)?.toLowerCase();
			if (address !== undefined && this.byAddress.get(address) === profile) this.byAddress.delete(address);
		}
	}
}

/** The first identity; else another id. What the log and the control API call a profile. */
export const nameOf = ({ ids, objectId }: Profile): string => ids.find(({ kind }) => kind === 'identity')?.value ?? objectId;

/** The ids that a record carries, in CleverTap's order. Numbers count as their digits. */
export function idsOf(record: JsonObject): Identifier[] {
	return ID_KINDS.flatMap((kind) => {
		const value = record[kind];
		const text = typeof value === 'number' ? String(value) : value;
		return typeof text === 'string' && text.trim() !== '' ? [{ kind, value: text }] : [];
	});
}
