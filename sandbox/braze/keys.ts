/* eslint-disable @n8n/community-nodes/no-restricted-imports -- addresses and subnets are compared as Node does it */
import { BlockList, isIPv6 } from 'node:net';
import { PERMISSIONS, type Permission } from './permissions';

/** A REST API key of this workspace. Braze lets nobody edit one later: make another. */
export interface RestApiKey {
	permissions: readonly Permission[];
	/** IP addresses and subnets (`203.0.113.0/24`); empty: any address may use the key. */
	allowList: readonly string[];
}

/** The ten permissions that Braze's page on SmarterSends asks for, and no other. */
const SMARTERSENDS: readonly Permission[] = [
	'users.track',
	'users.export.ids',
	'messages.schedule.create',
	'messages.schedule.update',
	'messages.schedule.delete',
	'sends.id.create',
	'segments.list',
	'segments.data_series',
	'segments.details',
	'sends.data_series',
];

const SEEDED: ReadonlyArray<[string, readonly Permission[]]> = [
	['sandbox-braze-key', PERMISSIONS],
	['sandbox-braze-send-only', ['campaigns.trigger.send']],
	['sandbox-braze-track-only', ['users.track', 'users.export.ids']],
	['sandbox-braze-smartersends', SMARTERSENDS],
];

const family = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** Throws where an entry is neither an address nor a subnet. */
function listOf(entries: readonly string[]): BlockList {
	const list = new BlockList();
	for (const entry of entries) {
		const [address, prefix] = entry.split('/');
		if (prefix === undefined) list.addAddress(address, family(address));
		else list.addSubnet(address, Number(prefix), family(address));
	}
	return list;
}

export const isAllowList = (entries: readonly string[]): boolean => {
	try {
		listOf(entries);
		return true;
	} catch {
		return false;
	}
};

export class Keys {
	private keys = new Map<string, RestApiKey>();

	reset(): void {
		this.keys = new Map(SEEDED.map(([key, permissions]) => [key, { permissions, allowList: [] }]));
	}

	add(key: string, made: RestApiKey): void {
		this.keys.set(key, made);
	}

	get(key: string): RestApiKey | undefined {
		return this.keys.get(key);
	}

	all(): Array<[string, RestApiKey]> {
		return [...this.keys];
	}
}

/** Whether a call from this address may use the key. */
export function mayCallFrom({ allowList }: RestApiKey, address: string): boolean {
	if (allowList.length === 0) return true;
	const plain = address.replace(/^::ffff:/, '');
	return listOf(allowList).check(plain, family(plain));
}
