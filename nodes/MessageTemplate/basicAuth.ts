import type { BasicAuthCredential } from '../shared/liquid';
import { z } from '../shared/schema';
import type { Door } from '../shared/transport/door';

const hostOf = (address: string): string | undefined => (URL.canParse(address) ? new URL(address).hostname : undefined);

const credentialShape = z.object({
	credentialName: z.string(),
	address: z.string().transform((address, context) => {
		const host = hostOf(address);
		if (host === undefined) context.addIssue({ code: 'custom', message: 'the Connected Content credential needs an address such as https://api.example.com' });
		return host ?? '';
	}),
	user: z.string(),
	password: z.string().default(''),
});

/** What `:basic_auth name` may use, bound to its host: a template must not send a password elsewhere. */
export async function namedAuth(door: Door): Promise<Record<string, BasicAuthCredential>> {
	const chosen = await door.optionalCredential?.('connectedContentApi');
	if (chosen === undefined) return {};
	const { credentialName, address, user, password } = credentialShape.parse(chosen);
	return { [credentialName]: { username: user, password, domain: address } };
}
