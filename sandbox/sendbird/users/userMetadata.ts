import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { decidedBy, endpoint, type Host } from '../endpoint';
import { SendbirdError, notFound } from '../errors';
import { flag, idList } from '../paging';
import { RULES } from '../rules';

const metadata = z.record(z.coerce.string());

/** Whoever carries metadata: a user or a channel. */
export interface MetadataOwner {
	path: string;
	/** The metadata itself, to be changed in place. */
	of: (path: Record<string, string>) => Record<string, string>;
	/** Around what a create answers. */
	created: (metadata: Record<string, string>, at: number) => Record<string, unknown>;
}

const pick = (all: Record<string, string>, keys: string[]): Record<string, string> => Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));

/** The eight metadata calls, the same for users and channels. */
export function metadataCalls(app: FastifyInstance, host: Host, { path, of, created }: MetadataOwner): void {
	endpoint(app, host, {
		method: 'POST',
		path,
		body: z.object({ metadata, include_ts: z.boolean().optional() }),
		answer({ path: parts, body, request }) {
			const own = of(parts);
			const taken = Object.keys(body.metadata).find((key) => key in own);
			if (taken !== undefined) throw new SendbirdError('400202', RULES.userMetadata, `Metadata "${taken}" already exists.`);
			Object.assign(own, body.metadata);
			decidedBy(request, RULES.userMetadata);
			return created(body.metadata, Date.now());
		},
	});
	endpoint(app, host, {
		method: 'GET',
		path,
		query: z.object({ key: z.string().optional(), keys: idList.optional() }),
		answer({ path: parts, query: { key, keys } }) {
			const wanted = [...(key === undefined ? [] : [key]), ...(keys ?? [])];
			return wanted.length === 0 ? of(parts) : pick(of(parts), wanted);
		},
	});
	endpoint(app, host, {
		method: 'PUT',
		path,
		body: z.object({ metadata, upsert: z.boolean().nullish() }),
		answer({ path: parts, body, request }) {
			const own = of(parts);
			const entries = Object.entries(body.metadata).filter(([key]) => body.upsert === true || key in own);
			Object.assign(own, Object.fromEntries(entries));
			decidedBy(request, RULES.userMetadata);
			return Object.fromEntries(entries);
		},
	});
	endpoint(app, host, {
		method: 'DELETE',
		path,
		query: z.object({ key: z.string().optional() }),
		answer({ path: parts, query: { key } }) {
			const own = of(parts);
			for (const each of Object.keys(own)) if (key === undefined || key === each) delete own[each];
			return {};
		},
	});
	oneKey(app, host, { path, of });
}

function oneKey(app: FastifyInstance, host: Host, { path, of }: Pick<MetadataOwner, 'path' | 'of'>): void {
	endpoint(app, host, {
		method: 'GET',
		path: `${path}/:key`,
		answer({ path: parts }) {
			const value = of(parts)[parts.key];
			if (value === undefined) throw notFound('Metadata');
			return { [parts.key]: value };
		},
	});
	endpoint(app, host, {
		method: 'PUT',
		path: `${path}/:key`,
		body: z.object({ value: z.coerce.string(), upsert: z.boolean().optional() }),
		query: z.object({ upsert: flag.optional() }),
		answer({ path: parts, body, query }) {
			const own = of(parts);
			if (!(parts.key in own) && body.upsert !== true && query.upsert !== true) throw notFound('Metadata');
			own[parts.key] = body.value;
			return { [parts.key]: body.value };
		},
	});
	endpoint(app, host, {
		method: 'DELETE',
		path: `${path}/:key`,
		answer({ path: parts }) {
			delete of(parts)[parts.key];
			return {};
		},
	});
}

export function userMetadata(app: FastifyInstance, host: Host): void {
	metadataCalls(app, host, { path: '/v3/users/:user_id/metadata', of: ({ user_id: id }) => host.application.user(id).metadata, created: (created) => created });
}
