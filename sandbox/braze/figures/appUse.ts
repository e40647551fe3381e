import type { Profile } from '../users/profile';

/** An app of the workspace (Settings > App Settings); its id is shown there as the API key. */
export interface App {
	id: string;
	name: string;
	platform: 'ios' | 'android' | 'web';
}

interface Use {
	profile: Profile;
	appId: string;
	/** ms since 1970 */
	at: number;
}

/** What the SDKs tell Braze: sessions and uninstalls. */
export class AppUse {
	sessions: Use[] = [];

	uninstalls: Use[] = [];

	clear(): void {
		this.sessions = [];
		this.uninstalls = [];
	}

	age(ms: number): void {
		for (const use of [...this.sessions, ...this.uninstalls]) use.at -= ms;
	}

	open(profile: Profile, appId: string, at = Date.now()): void {
		this.sessions.push({ profile, appId, at });
	}

	uninstall(profile: Profile, appId: string, at = Date.now()): void {
		this.uninstalls.push({ profile, appId, at });
	}

	lastUsedBy(profile: Profile): number | undefined {
		const times = this.sessions.filter((use) => use.profile === profile).map(({ at }) => at);
		return times.length === 0 ? undefined : Math.max(...times);
	}
}
