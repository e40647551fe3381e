/** The calls of the npm package `clevertap` 1.3, which ships no types. */
declare module 'clevertap' {
	type Answer = Record<string, unknown>;
	interface Options {
		batchSize?: number;
	}

	export interface Client {
		/** Not part of its interface; `apiEndpoint` is where it calls, version included. */
		api: { apiEndpoint: string };
		TARGET_CREATE: string;
		TARGET_ESTIMATE: string;
		TARGET_LIST: string;
		TARGET_RESULT: string;
		TARGET_STOP: string;
		upload(data: object[], options?: Options): Promise<Answer | Answer[]>;
		uploadDeviceTokens(data: object[], options?: Options): Promise<Answer>;
		profile(options: { email?: string; identity?: string; objectId?: string }): Promise<Answer>;
		profiles(query: object, options?: Options): Promise<Answer[]>;
		events(query: object, options?: Options): Promise<Answer[]>;
		getProfilesCount(query: object): Promise<Answer>;
		getEventsCount(query: object): Promise<Answer>;
		delete(query: object): Promise<Answer>;
		demerge(query: object): Promise<Answer>;
		subscribe(query: object): Promise<Answer>;
		disassociate(query: object): Promise<Answer>;
		targets(action: string, payload: object): Promise<Answer>;
		getMessageReports(query: object): Promise<Answer>;
		realTimeCounts(query: object): Promise<Answer>;
		topPropertyCounts(query: object): Promise<Answer>;
		trends(query: object): Promise<Answer>;
	}

	export const REGIONS: Record<'EUROPE' | 'INDIA' | 'SINGAPORE' | 'US' | 'INDONESIA' | 'MIDDLEEAST', string>;
	export function init(accountId: string, passcode: string, region?: string): Client;
}
