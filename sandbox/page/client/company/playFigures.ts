import type { Play } from '../../pageTypes';

/** The campaign that a play starts, as its console lists it. */
export interface PlayedCampaign {
	kind: 'campaign' | 'canvas';
	name: string;
	/** A new one each time: `name` is how they begin. */
	anew: boolean;
}

const NOW = '{now}';
const CLEVERTAP_START = /^\/clevertap\/campaigns\/([^/]+)\/start$/;

function ofBraze(body: unknown): PlayedCampaign | undefined {
	if (typeof body !== 'object' || body === null || !('name' in body) || !('as' in body)) return undefined;
	return { kind: body.as === 'canvas' ? 'canvas' : 'campaign', name: String(body.name), anew: false };
}

/** Which campaign's figures belong to a play, told by the calls that it makes; undefined where it starts none. */
export function campaignOf({ calls = [] }: Pick<Play, 'calls'>): PlayedCampaign | undefined {
	for (const { path, body } of calls) {
		if (path === '/braze/webhook-sends') return ofBraze(body);
		const name = CLEVERTAP_START.exec(path)?.[1];
		if (name !== undefined) return { kind: 'campaign', name: decodeURIComponent(name.split(NOW)[0]), anew: name.includes(NOW) };
	}
	return undefined;
}

/** The newest of a list (newest first) that is meant. */
export const newestOf = <Thing extends { name: string }>({ name, anew }: PlayedCampaign, newestFirst: readonly Thing[]): Thing | undefined =>
	newestFirst.find((thing) => (anew ? thing.name.startsWith(name) : thing.name === name));
