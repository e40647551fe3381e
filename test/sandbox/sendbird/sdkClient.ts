import * as sdk from 'sendbird-platform-sdk';
import { MASTER, type Sendbird } from './harness';

const GROUPS = {
	users: sdk.UserApi,
	channels: sdk.GroupChannelApi,
	messages: sdk.MessageApi,
	metadata: sdk.MetadataApi,
	announcements: sdk.AnnouncementApi,
	webhooks: sdk.WebhooksApi,
	moderation: sdk.ModerationApi,
};

/** Emojis belong to no group that the sandbox serves; of moderation it serves freezing and blocking. */
const LEFT_OUT = /emoji|enableReactions/i;

/** Sendbird's own client against the sandbox; counts which calls were made. */
export class SdkClient {
	private readonly called = new Set<string>();

	constructor(private readonly sendbird: Sendbird) {}

	/** A group of calls, each with the token in front. */
	group(name: keyof typeof GROUPS): Record<string, (...args: unknown[]) => Promise<Record<string, unknown>>> {
		const client = new sdk.ApiClient();
		client.basePath = this.sendbird.chatBase;
		const api = new GROUPS[name](client);
		return new Proxy({}, {
			get: (_, call: string) => async (...args: unknown[]) => {
				this.called.add(call);
				return await api[call](MASTER, ...args);
			},
		});
	}

	/** Names of all calls that should have been made, and of those that were not. */
	coverage(): { all: string[]; missed: string[] } {
		const whole = Object.entries(GROUPS).filter(([name]) => name !== 'moderation').map(([, Api]) => Api);
		const names = whole.flatMap((Api) => Object.getOwnPropertyNames(Api.prototype)).filter((name) => name !== 'constructor' && !name.endsWith('WithHttpInfo') && !LEFT_OUT.test(name));
		const all = [...new Set(names)];
		return { all, missed: all.filter((name) => !this.called.has(name)) };
	}
}
