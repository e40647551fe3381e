import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { endpoint, type Host } from '../endpoint';
import { SendbirdError, invalid, notFound } from '../errors';
import { idList } from '../paging';
import { RULES } from '../rules';
import { metadataCalls } from '../users/userMetadata';
import type { Channel } from '../types';

const BASE = '/v3/:channel_type/:channel_url';

/** The channel of `/v3/{channel_type}/{channel_url}`; there are no open channels here. */
export function channelOf({ application }: Host, { channel_type: type, channel_url: url }: Record<string, string>): Channel {
	if (type !== 'group_channels' && type !== 'open_channels') throw new SendbirdError('400930', RULES.unknownEndpoint);
	if (type === 'open_channels') throw notFound('Channel');
	return application.channel(url);
}

const counters = z.record(z.number().int());

/** What the update's mode makes of a counter. */
const MODES: Record<string, (old: number, value: number) => number> = { set: (_, value) => value, increase: (old, value) => old + value, decrease: (old, value) => old - value };

function counted(channel: Channel, values: Record<string, number>, mode: string, upsert: boolean): Record<string, number> {
	const apply = MODES[mode];
	if (apply === undefined) throw invalid('Invalid value: "mode".');
	const changed = Object.entries(values).filter(([key]) => upsert || key in channel.metacounter).map(([key, value]): [string, number] => [key, apply(channel.metacounter[key] ?? 0, value)]);
	Object.assign(channel.metacounter, Object.fromEntries(changed));
	return Object.fromEntries(changed);
}

function metacounter(app: FastifyInstance, host: Host): void {
	const path = `${BASE}/metacounter`;
	endpoint(app, host, { method: 'POST', path, body: z.object({ metacounter: counters }), answer: ({ path: parts, body }) => counted(channelOf(host, parts), body.metacounter, 'set', true) });
	endpoint(app, host, {
		method: 'GET',
		path,
		query: z.object({ key: z.string().optional(), keys: idList.optional() }),
		answer({ path: parts, query: { key, keys } }) {
			const wanted = [...(key === undefined ? [] : [key]), ...(keys ?? [])];
			return Object.fromEntries(Object.entries(channelOf(host, parts).metacounter).filter(([each]) => wanted.length === 0 || wanted.includes(each)));
		},
	});
	endpoint(app, host, {
		method: 'PUT',
		path,
		body: z.object({ metacounter: counters, mode: z.string().default('set'), upsert: z.boolean().default(false) }),
		answer: ({ path: parts, body }) => counted(channelOf(host, parts), body.metacounter, body.mode, body.upsert),
	});
	endpoint(app, host, {
		method: 'DELETE',
		path,
		answer({ path: parts }) {
			channelOf(host, parts).metacounter = {};
			return {};
		},
	});
	endpoint(app, host, {
		method: 'GET',
		path: `${path}/:key`,
		answer({ path: parts }) {
			const value = channelOf(host, parts).metacounter[parts.key];
			if (value === undefined) throw notFound('Metacounter');
			return { [parts.key]: value };
		},
	});
	endpoint(app, host, {
		method: 'PUT',
		path: `${path}/:key`,
		body: z.object({ value: z.number().int(), mode: z.string().default('set'), upsert: z.boolean().default(false) }),
		answer: ({ path: parts, body }) => counted(channelOf(host, parts), { [parts.key]: body.value }, body.mode, body.upsert),
	});
	endpoint(app, host, {
		method: 'DELETE',
		path: `${path}/:key`,
		answer({ path: parts }) {
			delete channelOf(host, parts).metacounter[parts.key];
			return {};
		},
	});
}

/** Metadata and counters of channels. */
export function channelMetadata(app: FastifyInstance, host: Host): void {
	metadataCalls(app, host, {
		path: `${BASE}/metadata`,
		of: (parts) => channelOf(host, parts).metadata,
		created: (metadata, at) => ({ metadata, include_ts: at }),
	});
	metacounter(app, host);
}
