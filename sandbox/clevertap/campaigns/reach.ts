import type { Channel, Device, Profile } from '../types';

const isWeb = ({ platform }: Device): boolean => platform === 'Web';
const withToken = ({ devices }: Profile): Device[] => devices.filter(({ token }) => token !== undefined);

const hasText = ({ data }: Profile, key: string): boolean => typeof data[key] === 'string' && data[key] !== '';

/** Whether a person can be reached: an address, a token, and no opt-out. `devices` narrows push. */
export function canReach(profile: Profile, channel: Channel, devices?: string[]): boolean {
	const { data, unsubscribed } = profile;
	const wanted = devices?.map((device) => device.toLowerCase());
	if (channel === 'email') return hasText(profile, 'Email') && !unsubscribed.has('email') && data['MSG-email'] !== false;
	if (channel === 'sms') return hasText(profile, 'Phone') && !unsubscribed.has('phone') && data['MSG-sms'] !== false;
	if (channel === 'whatsapp') return hasText(profile, 'Phone') && !unsubscribed.has('whatsapp') && data['MSG-whatsapp'] !== false;
	if (channel === 'webhook') return true;
	const tokens = withToken(profile).filter((device) => isWeb(device) === (channel === 'webpush'));
	if (data['MSG-push'] === false) return false;
	return tokens.some(({ platform }) => channel === 'webpush' || wanted === undefined || wanted.includes(platform.toLowerCase()));
}

/** Counts for an estimate: devices for push, browsers for webpush, people for the rest. */
export function estimate(profiles: Profile[], channel: Channel, devices?: string[]): Record<string, number> {
	const reached = profiles.filter((profile) => canReach(profile, channel, devices));
	if (channel !== 'push' && channel !== 'webpush') return { [channel]: reached.length };
	const names = channel === 'push' ? (devices ?? ['android', 'ios']) : ['chrome', 'firefox', 'safari'];
	const has = (profile: Profile, name: string): boolean =>
		withToken(profile).some(({ platform, tokenType }) => platform.toLowerCase() === name.toLowerCase() || tokenType === name.toLowerCase());
	return Object.fromEntries(names.map((name) => [name, reached.filter((profile) => has(profile, name)).length]));
}
