import { z } from 'zod';
import { MESSAGING_RULES } from './messagingRules';
import { fieldText, type Profile } from '../users/profile';
import { NotSent } from './render';
import type { BrazeState } from '../state';
import type { Channel } from './channels';
import { mayReceive, type Wanted } from './email';
import type { Message } from './messageObjects';
import { sendOut, type Outgoing } from './sendOut';

export type PushMessage = Extract<Message, { key: 'apple_push' | 'android_push' | 'kindle_push' | 'web_push' }>;

const PLATFORM: Partial<Record<Channel, string>> = { ios_push: 'ios', android_push: 'android', web_push: 'web' };
const pushTokens = z.array(z.object({ app_id: z.string(), token: z.string() }));

/** Apps of this channel's platform that the person has a push token for. */
function appsOf(state: BrazeState, profile: Profile, channel: Channel): string[] {
	const tokens = pushTokens.safeParse(profile.data.fields.push_tokens ?? []);
	const apps = state.messaging.apps.filter(({ platform }) => platform === PLATFORM[channel]).map(({ id }) => id);
	return tokens.success ? tokens.data.map((token) => token.app_id).filter((id) => apps.includes(id)) : [];
}

function textsOf({ key, object }: PushMessage): { title: string; alert: string } {
	if (key !== 'apple_push') return { title: object.title, alert: object.alert };
	return typeof object.alert === 'object' ? { title: object.alert.title ?? '', alert: object.alert.body ?? '' } : { title: '', alert: object.alert ?? '' };
}

/** One push to one person; where several devices would get it, it counts once here. */
export async function sendPush(state: BrazeState, channel: Channel, message: PushMessage, wanted: Wanted, outgoing: Outgoing): Promise<void> {
	const { profile } = outgoing;
	await sendOut(state, channel, outgoing, async (render) => {
		if (!mayReceive(fieldText(profile.data, 'push_subscribe'), wanted)) throw new NotSent(MESSAGING_RULES.notSubscribed);
		const apps = appsOf(state, profile, channel);
		if (apps.length === 0) throw new NotSent(MESSAGING_RULES.noPushToken);
		const { title, alert } = textsOf(message);
		const uri = message.object.custom_uri;
		const content = { title: await render(title), text: await render(alert), links: uri === undefined ? [] : [await render(uri)] };
		const gone = apps.every((app) => state.messaging.appUse.uninstalls.some((use) => use.profile === profile && use.appId === app));
		return gone ? { content, result: 'bounced', why: MESSAGING_RULES.pushBounced } : { content };
	});
}
