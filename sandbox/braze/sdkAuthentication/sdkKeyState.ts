export interface SdkKey {
	id: string;
	rsaPublicKey: string;
	description: string;
	isPrimary: boolean;
}

/** SDK Authentication keys, by app; none at first. */
export class SdkKeyState {
	private keys = new Map<string, SdkKey[]>();

	reset(): void {
		this.keys = new Map();
	}

	/** The app's keys; the list may be changed. */
	of(appId: string): SdkKey[] {
		const keys = this.keys.get(appId) ?? [];
		this.keys.set(appId, keys);
		return keys;
	}
}
