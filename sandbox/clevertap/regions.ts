import type { FastifyRequest } from 'fastify';

/** CleverTap's data centres, by the code in the host name. `sk1` is told of in one place only and is not served. */
export const REGIONS = ['eu1', 'in1', 'sg1', 'us1', 'aps3', 'mec1'] as const;
export type Region = (typeof REGIONS)[number];

const isRegion = (text: string): text is Region => REGIONS.some((region) => region === text);

const PREFIX = new RegExp(`^(/clevertap)/(${REGIONS.join('|')})(?=/)`);

/** `/clevertap/in1/1/upload` and `/clevertap/1/upload` are one route. */
export const withoutRegion = (url: string): string => url.replace(PREFIX, '$1');

const HOST = /^(?:([a-z0-9]+)\.)?api\.clevertap\.com(?::\d+)?$/;

/** The region that was called: by the path, else by the host; undefined for the account's own. The bare host is Europe. */
export function regionCalled(request: FastifyRequest): Region | undefined {
	const fromPath = PREFIX.exec(request.originalUrl)?.[2];
	const host = HOST.exec(request.headers.host ?? '');
	const code = fromPath ?? (host === null ? undefined : (host[1] ?? 'eu1'));
	return code !== undefined && isRegion(code) ? code : undefined;
}
