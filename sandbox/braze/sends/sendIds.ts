import { newId } from '../ids';

export const SEND_ID_MAX = 64;

/** ASCII, at most 64 characters. */
export const isSendId = (text: string): boolean => /^[\x20-\x7e]+$/.test(text) && text.length <= SEND_ID_MAX;

/** Send ids that exist, each for its campaign. One id may be used for several sends: their figures are kept together. */
export class SendIds {
	private readonly pairs = new Set<string>();

	clear(): void {
		this.pairs.clear();
	}

	create(campaignId: string, sendId = newId()): string {
		this.pairs.add(`${campaignId} ${sendId}`);
		return sendId;
	}

	has(campaignId: string, sendId: string): boolean {
		return this.pairs.has(`${campaignId} ${sendId}`);
	}
}
