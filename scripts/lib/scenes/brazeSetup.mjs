import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../command/paths.mjs';

const folder = join(root, 'workflows', 'braze-zendesk-sms', 'braze');

/** The marketer's side as it ships: the subscription group with its keywords and auto-replies, the campaigns, the headers to paste. */
export const brazeSetup = () => JSON.parse(readFileSync(join(folder, 'setup.json'), 'utf8'));

/** The headers as pasted, with the secret put in its place. */
export const brazeHeaders = (secret) =>
	Object.fromEntries(
		Object.entries(JSON.parse(readFileSync(join(folder, 'webhook-headers.json'), 'utf8'))).map(([name, value]) => [name, value.replace(/<[^>]*SECRET[^>]*>/i, secret)]),
	);

/** What the customer gets back at once for the keyword. */
export const autoReply = (keyword) => brazeSetup().subscriptionGroup.keywordCategories.find(({ keywords }) => keywords.includes(keyword)).reply;

/** A text that is one keyword belongs to the keyword's category and not to the conversation. */
export const isKeyword = (text) =>
	brazeSetup().subscriptionGroup.keywordCategories.some(({ keywords }) => keywords.some((keyword) => keyword.toLowerCase() === text.trim().toLowerCase()));

/** The name under which a campaign's messages show on the phone. */
export const campaignName = (sandboxId) => brazeSetup().campaigns.find((campaign) => campaign.sandboxId === sandboxId).name;
