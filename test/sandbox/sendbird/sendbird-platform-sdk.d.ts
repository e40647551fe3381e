/** The generated client comes without types: what the tests use of it. */
declare module 'sendbird-platform-sdk' {
	/** Calls of a group; those with a body take it in the last argument, under a name of its own. */
	type Calls = Record<string, (...args: unknown[]) => Promise<unknown>>;
	type Group = new (client: ApiClient) => Calls;

	export class ApiClient {
		basePath: string;
	}
	export const UserApi: Group;
	export const GroupChannelApi: Group;
	export const MessageApi: Group;
	export const MetadataApi: Group;
	export const AnnouncementApi: Group;
	export const WebhooksApi: Group;
	export const ModerationApi: Group;
}
