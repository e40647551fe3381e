import type { FastifyRequest } from 'fastify';
import { BodyRefusal } from '../route';
import { documented, observed } from '../rules';

/** The SCIM token (Settings > Admin Settings > SCIM Provisioning): no REST API key opens these routes, and it opens no others. */
export const SCIM_TOKEN = 'sandbox-braze-scim-token';

/** What stands as "Service origin" there; each call repeats it in `X-Request-Origin`. */
export const SCIM_ORIGIN = 'sandbox-origin';

export const scimError = (status: number, detail: string, rule = documented(`${detail}: ${status}`)): BodyRefusal =>
	new BodyRefusal(status, { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], detail, status }, rule);

/** Throws 401 where token or origin are wrong. */
export function allowScim(request: FastifyRequest): void {
	if (request.headers.authorization !== `Bearer ${SCIM_TOKEN}`) {
		throw scimError(401, 'Invalid SCIM token', documented('these routes need the SCIM token, not a REST API key; the answer’s form is the sandbox’s own'));
	}
	if (request.headers['x-request-origin'] !== SCIM_ORIGIN) {
		throw scimError(401, 'X-Request-Origin does not match the service origin', observed('the header must repeat the service origin of the dashboard; the answer’s form is the sandbox’s own'));
	}
}
