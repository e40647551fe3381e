import { z } from 'zod';
import { Refusal } from '../errors';
import { documented } from '../rules';

const EMAILS_MAX = 50;

/** One address, or up to 50. */
export const emailAddresses = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

export function addressesOf(given: z.infer<typeof emailAddresses>): string[] {
	const addresses = typeof given === 'string' ? [given] : given;
	if (addresses.length <= EMAILS_MAX) return addresses;
	throw new Refusal(400, 'The max number of emails per request was exceeded', documented(`at most ${EMAILS_MAX} addresses; the wording is the sandbox’s own`));
}
