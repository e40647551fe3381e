import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ZendeskError } from './errors';
import { RULES } from './rules';

/** Every path of a subdomain that nobody has, its token endpoint included. */
export function unknownSubdomain(app: FastifyInstance): void {
	const refuse = async (request: FastifyRequest) => {
		const { subdomain } = request.params as { subdomain: string };
		throw new ZendeskError(
			404,
			{
				error: {
					title: `No help desk at ${subdomain}.zendesk.com`,
					message: 'There is no help desk configured at this address. It is free and can be claimed by signing up.',
				},
			},
			RULES.unknownSubdomain,
		);
	};
	app.all('/subdomain/:subdomain', refuse);
	app.all('/subdomain/:subdomain/*', refuse);
}
