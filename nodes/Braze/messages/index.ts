import { field, type InputOf, type Problem } from '../../shared/operation';
import { androidPush, androidPushFields } from './androidPush';
import { applePush, applePushFields } from './applePush';
import { CHANNELS, shownIn, type Channel, type ChannelKey } from './channel';
import { contentCard, contentCardFields } from './contentCard';
import { email, emailFields } from './email';
import { kindlePush, kindlePushFields } from './kindlePush';
import { sms, smsFields } from './sms';
import { webhook, webhookFields } from './webhook';
import { webPush, webPushFields } from './webPush';
import { whatsApp, whatsAppFields } from './whatsApp';

/** Channels whose messaging object names an app. */
const WITH_APP: ChannelKey[] = ['email', 'sms', 'whats_app'];

const channels = field.choices({ displayName: 'Channels', description: 'The channels to send by; each has its own fields below', options: CHANNELS, initial: ['email'] });

const appId = shownIn(...WITH_APP)(
	field.requiredId({ displayName: 'App ID', description: 'Shown as API key in App Settings; any app of the workspace reaches all its users by email, SMS and WhatsApp' }),
);

/** The message builder: a choice of channels, and each channel's fields where it is chosen. */
export const messageFields = {
	channels,
	appId,
	...emailFields,
	...smsFields,
	...whatsAppFields,
	...applePushFields,
	...androidPushFields,
	...webPushFields,
	...kindlePushFields,
	...contentCardFields,
	...webhookFields,
};

export type MessageInput = InputOf<typeof messageFields>;

const ALL: Array<Channel<MessageInput>> = [androidPush, applePush, contentCard, email, kindlePush, sms, webhook, webPush, whatsApp];

const chosen = (input: MessageInput): Array<Channel<MessageInput>> => ALL.filter(({ key }) => input.channels.includes(key));

const withApp = ({ key, message }: Channel<MessageInput>, input: MessageInput): Record<string, unknown> =>
	WITH_APP.includes(key) ? { app_id: input.appId, ...message(input) } : message(input);

/** Braze's `messages` object. */
export const messagesOf = (input: MessageInput): Record<string, Record<string, unknown>> => Object.fromEntries(chosen(input).map((channel) => [channel.key, withApp(channel, input)]));

const nameOf = (key: ChannelKey): string => CHANNELS.find(({ value }) => value === key)?.name ?? key;

/** With a campaign each message needs its variation; without one Braze has nothing to count it under. */
function variationProblem(channel: Channel<MessageInput>, input: MessageInput): Problem | undefined {
	const { message_variation_id: variation } = channel.message(input);
	return variation === undefined ? { displayName: `${nameOf(channel.key)} Message Variation`, message: 'is missing; Braze needs it with a campaign' } : undefined;
}

/** Looks at the messages before the call. */
export function checkMessages(input: MessageInput, hasCampaign: boolean): Problem | undefined {
	const used = chosen(input);
	if (used.length === 0) return { displayName: 'Channels', message: 'needs at least one' };
	if (input.appId === undefined && used.some(({ key }) => WITH_APP.includes(key))) return { displayName: 'App ID', message: 'is missing; Braze needs it for email, SMS and WhatsApp' };
	for (const channel of used) {
		const problem = channel.problem(input) ?? (hasCampaign ? variationProblem(channel, input) : undefined);
		if (problem !== undefined) return problem;
	}
	return undefined;
}
