import type { SandboxEvent } from '../control/types';
import type { EventLine } from './pageTypes';

/** With this header the page marks its own calls to vendors; n8n sends no such thing. */
export const OWN_CALL_HEADER = 'x-sandbox-page';

/** An event as the list shows it. */
export function eventLine({ id, at, vendor, kind, summary, customer, executionId, tookMs, request, response, rule }: SandboxEvent): EventLine {
	return {
		id, at, vendor, kind, summary, customer, executionId, tookMs,
		status: response?.status,
		method: request?.method,
		path: request?.path,
		certainty: rule?.certainty,
		ownRead: (kind === 'request' && request?.method === 'GET' && request.headers[OWN_CALL_HEADER] !== undefined) || undefined,
	};
}
