import type { JsonObject } from '../json';

export interface LiveActivity {
	appId: string;
	activityId: string;
	contentState: JsonObject;
	/** External ids of whom it was started for; those of an audience or segment are not listed. */
	startedFor: string[];
	ended: boolean;
}

/** Live Activities on the iPhones of this workspace. */
export class LiveActivityState {
	activities: LiveActivity[] = [];

	/** One that an app registered itself. */
	reset(): void {
		this.activities = [{ appId: 'app-acme-ios', activityId: 'live-activity-registered', contentState: {}, startedFor: [], ended: false }];
	}

	find(appId: string, activityId: string): LiveActivity | undefined {
		return this.activities.find((activity) => activity.appId === appId && activity.activityId === activityId);
	}
}
