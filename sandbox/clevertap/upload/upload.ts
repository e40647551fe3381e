/* eslint-disable @n8n/community-nodes/require-node-api-error -- the sandbox is a server of its own, not a node */
import type { FastifyInstance } from 'fastify';
import type { Rule } from '../../control/types';
import { badRequest } from '../errors';
import { decidedBy, route, type Call } from '../http';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { onEvent } from '../campaigns/liveCampaigns';
import { idsOf, nameOf } from '../profiles/people';
import { RecordError } from './recordError';
import { RULES } from '../rules';
import type { CleverTapState } from '../state';
import type { Identifier, Millis, Profile } from '../types';
import { checkEvent } from './uploadEvent';
import { leniency } from './uploadLeniency';
import { checkProfile, mergedData } from './uploadProfile';
import { checkToken } from './uploadToken';

const RECORDS_MAX = 1000;
const OBJECT_ID = /^[\w!:@$-]{1,64}$/;
/** The last second of a ten-digit epoch; what is above it are milliseconds. */
const TS_MAX = 9_999_999_999;

/** Does what the record says. */
type Effect = () => Profile;

function timeOf({ ts }: JsonObject): Millis {
	if (ts === undefined) return Date.now();
	const seconds = typeof ts === 'string' && /^\d+$/.test(ts) ? Number(ts) : ts;
	if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 0 || seconds > TS_MAX) throw new RecordError(525);
	return seconds * 1000;
}

function identified(record: JsonObject): Identifier[] {
	const ids = idsOf(record);
	if (ids.length === 0) throw new RecordError(523);
	if (ids.some(({ kind, value }) => kind === 'objectId' && !OBJECT_ID.test(value))) throw new RecordError(526);
	return ids;
}

/** The profile of the first known id, or a new one. */
function profileOf({ people }: CleverTapState, ids: Identifier[], at: Millis): Profile {
	const known = ids.map((id) => people.find(id)).find((profile) => profile !== undefined);
	if (known === undefined) return people.create(ids, at);
	people.addIds(known, ids);
	return known;
}

/** Checks a record; what is to be done comes back, undone. */
function check(state: CleverTapState, record: Json): Effect {
	if (!isJsonObject(record)) throw new RecordError(524);
	const fault = state.recordFaults.take(record);
	if (fault !== undefined) throw new RecordError(fault);
	if (record.type === 'token') {
		const device = checkToken(record);
		const ids = identified(record);
		return () => {
			const profile = profileOf(state, ids, Date.now());
			state.people.addDevice(profile, device);
			return profile;
		};
	}
	if (record.type !== 'event' && record.type !== 'profile') throw new RecordError(524);
	const ids = identified(record);
	const at = timeOf(record);
	if (record.type === 'profile') {
		const data = checkProfile(record);
		return () => {
			const profile = profileOf(state, ids, at);
			state.people.setData(profile, mergedData(profile.data, data));
			return profile;
		};
	}
	const { name, data } = checkEvent(state, record);
	return () => {
		const profile = profileOf(state, ids, at);
		onEvent(state, state.events.add(profile, name, data, at));
		return profile;
	};
}

interface Unprocessed {
	status: 'fail';
	code: number;
	error: string;
	record: Json;
}

interface Tally {
	unprocessed: Unprocessed[];
	/** Names of the profiles that were written. */
	touched: Set<string>;
	/** The last thing to tell about: a refusal, else a leniency. */
	rule?: Rule;
}

function takeAll(state: CleverTapState, records: Json[], dryRun: boolean): Tally {
	const tally: Tally = { unprocessed: [], touched: new Set() };
	records.forEach((record, index) => {
		try {
			const act = check(state, record);
			if (tally.unprocessed.length === 0) tally.rule = leniency(record) ?? tally.rule;
			if (!dryRun) tally.touched.add(nameOf(act()));
		} catch (error) {
			if (!(error instanceof RecordError)) throw error;
			tally.rule = error.rule;
			const place = state.settings.recordNumbers ? `. Skipped record number : ${index + 1}` : '';
			tally.unprocessed.push({ status: 'fail', code: error.code, error: `${error.message}${place}`, record });
		}
	});
	return tally;
}

function upload(state: CleverTapState, records: Json[], dryRun: boolean, { request }: Call): object {
	const { unprocessed, touched, rule } = takeAll(state, records, dryRun);
	const processed = records.length - unprocessed.length;
	const status = unprocessed.length === 0 ? 'success' : processed === 0 ? 'fail' : 'partial';
	if (rule !== undefined) decidedBy(request, rule);
	else if (dryRun) decidedBy(request, RULES.dryRun);
	const codes = unprocessed.length > 0 ? `, codes ${[...new Set(unprocessed.map(({ code }) => code))].join(', ')}` : '';
	request.notes.summary = `upload${dryRun ? ' (dry run)' : ''} of ${records.length}: ${status}, ${processed} processed${codes}`;
	if (touched.size === 1) [request.notes.customer] = touched;
	return { status, processed, unprocessed };
}

/** `POST /1/upload`: profiles, events and device tokens, mixed as one likes. */
export function uploadRoute(app: FastifyInstance, state: CleverTapState): void {
	route(app, '/1/upload', {
		POST: (call) => {
			const { d: records } = call.body;
			if (!Array.isArray(records)) throw badRequest('d: a list of records');
			if (records.length > RECORDS_MAX) throw badRequest(`d: at most ${RECORDS_MAX} records`, RULES.tooManyRecords);
			if (records.length === 0) decidedBy(call.request, RULES.emptyUpload);
			return upload(state, records, ['1', 'true'].includes(call.query.get('dryRun') ?? ''), call);
		},
	});
}
