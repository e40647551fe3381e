import type { Answer } from '../shared/transport/call';
import type { Vendor } from '../shared/transport/vendor';
import { classify } from './errorEnvelope';

/** `X-RateLimit-Reset` is the UTC epoch second at which the window ends. */
function waitMs({ status, headers }: Answer): number | undefined {
	const reset = Number(headers['x-ratelimit-reset']);
	if (status !== 429 || !Number.isFinite(reset) || reset <= 0) return undefined;
	return Math.max(0, reset * 1000 - Date.now());
}

export const braze: Vendor = {
	name: 'Braze',
	credential: 'brazeMessagingApi',
	baseUrl: ({ instance, baseUrl }) => String(instance === 'custom' ? baseUrl : instance),
	isOverridden: ({ instance }) => instance === 'custom',
	arrayFormat: 'brackets',
	classify,
	waitMs,
	// Braze: 502 never reached its servers, 503 is refused for capacity.
	nothingHappenedAt: [429, 502, 503],
	patienceMs: 30_000,
	parallel: 4,
};
