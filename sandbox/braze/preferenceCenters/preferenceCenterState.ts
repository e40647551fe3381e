import type { JsonObject } from '../json';

export interface PreferenceCenter {
	id: string;
	name: string;
	title: string;
	pageHtml: string;
	confirmationHtml: string;
	options: JsonObject;
	state: 'active' | 'draft';
	/** ms since 1970 */
	createdAt: number;
	updatedAt: number;
}

export class PreferenceCenterState {
	centers: PreferenceCenter[] = [];

	reset(): void {
		this.centers = [
			{
				id: 'preference-center-acme',
				name: 'Acme_Preferences',
				title: 'Preference Center',
				pageHtml: '<form action="{{preference_center_submit_url}}" method="post"></form>',
				confirmationHtml: '<p>Saved.</p>',
				options: {},
				state: 'active',
				createdAt: Date.now(),
				updatedAt: Date.now(),
			},
		];
	}

	age(ms: number): void {
		for (const center of this.centers) {
			center.createdAt -= ms;
			center.updatedAt -= ms;
		}
	}

	find(id: string): PreferenceCenter | undefined {
		return this.centers.find((center) => center.id === id);
	}
}
