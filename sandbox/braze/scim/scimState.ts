import type { JsonObject } from '../json';

export interface DashboardUser {
	id: string;
	/** The e-mail address. */
	userName: string;
	name: { givenName: string; familyName: string };
	department: string;
	permissions: JsonObject;
	/** ms since 1970 */
	createdAt: number;
	lastSignInAt: number;
}

/** Dashboard users of the company. */
export class ScimState {
	users: DashboardUser[] = [];

	/** Nothing is created twice at one address, so the seeded user can be met. */
	reset(): void {
		this.users = [
			{
				id: 'dfa245b7-24195aec-887bb3ad-602b3340',
				userName: 'marketer@example.com',
				name: { givenName: 'Mary', familyName: 'Keter' },
				department: 'marketing',
				permissions: { companyPermissions: ['manage_company_settings'] },
				createdAt: Date.now(),
				lastSignInAt: Date.now(),
			},
		];
	}

	age(ms: number): void {
		for (const user of this.users) {
			user.createdAt -= ms;
			user.lastSignInAt -= ms;
		}
	}

	find(id: string): DashboardUser | undefined {
		return this.users.find((user) => user.id === id);
	}

	byUserName(userName: string): DashboardUser | undefined {
		return this.users.find((user) => user.userName.toLowerCase() === userName.toLowerCase());
	}
}
