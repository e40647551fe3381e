import type { IDataObject } from 'n8n-workflow';
import { Braze } from '../../../../nodes/Braze/Braze.node';
import { resources } from '../../../../nodes/Braze/resources';
import { KEY, startBraze, type BrazeSandbox } from '../../../sandbox/braze/harness';
import type { CredentialData } from '../../../support/credentialStore';
import { Driver, type Drive, type Drives } from '../../../support/drives';

export type BrazeDrive = Drive<BrazeSandbox>;
export type BrazeDrives = Drives<BrazeSandbox>;

/** The node's credentials for this sandbox. */
export const credentialsFor = ({ base }: BrazeSandbox) => ({
	brazeMessagingApi: { instance: 'custom', baseUrl: base, apiKey: KEY, webhookSecret: 'random' },
	brazeScimApi: { baseUrl: base, scimToken: 'sandbox-braze-scim-token', origin: 'sandbox-origin' },
});

export interface Started {
	sandbox: BrazeSandbox;
	node: Driver;
	/** A fresh world. */
	begin: () => Promise<{ sandbox: BrazeSandbox; node: Driver }>;
}

/** A sandbox, and the node that drives it. */
export async function startDriver(): Promise<Started> {
	const sandbox = await startBraze();
	const credentials = credentialsFor(sandbox);
	const node = new Driver({
		nodeType: () => new Braze(),
		resources,
		credentials: (): CredentialData => credentials,
		eventsAfter: (id) => sandbox.world.events.after(id).events,
		vendor: 'braze',
	});
	return {
		sandbox,
		node,
		begin: async () => {
			sandbox.world.reset();
			node.forget();
			return { sandbox, node };
		},
	};
}

/** The sandbox's world grows older; what was to happen in that time happens. */
export async function age(sandbox: BrazeSandbox, seconds: number): Promise<void> {
	await sandbox.control('POST', '/age', { seconds });
}

/** The custom attributes that Braze really holds. */
export const attributesOf = async (sandbox: BrazeSandbox, id: string) => (await sandbox.truth(id)).custom_attributes;

/** A series' numbers, all points together. */
export const total = (points: IDataObject[], name: string): number => points.reduce((sum, point) => sum + Number(point[name] ?? 0), 0);
