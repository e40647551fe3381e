import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { closedNetwork, RESET } from '../../support/network';
import { api, CONTINUE, recorder, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const OK = { message: 'success' };
const user = (operation: string, more: INodeParameters = {}): INodeParameters => ({ resource: 'user', operation, ...more });
const byItem = '={{ $json.id }}';
const ids = (count: number, first = 0) => Array.from({ length: count }, (_, index) => ({ id: `u${first + index}` }));
const list = (value: unknown): IDataObject[] => value as IDataObject[];
const failures = async (parameters: INodeParameters, items: IDataObject[]) =>
	(await runBraze(parameters, items, CONTINUE)).main[1].map(({ json }) => ({ id: json.id, ...(json.error as IDataObject) }) as IDataObject);

const IDENTIFY = user('identify', { userId: byItem, aliasLabel: 'app', externalId: 'ext-{{ $json.id }}' });
const NEW_ALIAS = user('createAlias', { aliasName: byItem, aliasLabel: 'app', externalId: 'ext' });
const RENAMED = user('renameExternalId', { externalId: byItem, newExternalId: '={{ $json.to }}' });

describe('identify', () => {
	it('sends 50 aliases a call, and counts stand on each item', async () => {
		const { bodies, keep } = recorder();
		api().post('/users/identify', keep).reply(201, { ...OK, aliases_processed: 50 }).post('/users/identify', keep).reply(201, { ...OK, aliases_processed: 1 });
		const { main } = await runBraze({ ...IDENTIFY, externalId: '=ext-{{ $json.id }}' }, ids(51));
		expect(bodies.map((body) => [Object.keys(body), list(body.aliases_to_identify).length])).toEqual([[['aliases_to_identify'], 50], [['aliases_to_identify'], 1]]);
		expect(list(bodies[0].aliases_to_identify)[0]).toEqual({ external_id: 'ext-u0', user_alias: { alias_name: 'u0', alias_label: 'app' } });
		expect(main[0][50].json).toEqual({ externalId: 'ext-u50', userId: 'u50', identifiedBy: 'user_alias', accepted: true, inCall: { sent: 1, processed: 1 } });
	});

	it.each([
		['email', 'ada@example.com', 'emails_to_identify', { email: 'ada@example.com' }],
		['phone', '+15551234567', 'phone_numbers_to_identify', { phone: '+15551234567' }],
	])('by %s with what decides between several profiles', async (identifyBy, userId, array, named) => {
		const entry = { external_id: 'ext', ...named, prioritization: ['unidentified', 'most_recently_updated'] };
		api().post('/users/identify', { [array]: [entry] }).reply(201, OK);
		expect((await runBraze(user('identify', { identifyBy, userId, prioritization: ['unidentified', 'most_recently_updated'], externalId: 'ext' }))).error).toBeUndefined();
	});

	it('an email without it is refused before the call', async () => {
		const parameters = user('identify', { identifyBy: 'email', userId: 'ada@example.com', prioritization: [], externalId: 'ext' });
		expect(await failures(parameters, [{}])).toMatchObject([{ class: 'invalidInput', message: expect.stringMatching(/^Prioritization: /) }]);
	});

	it('a planted bad one fails alone', async () => {
		api().post('/users/identify').reply(201, { ...OK, errors: [{ type: 'alias is unknown', input_array: 'aliases_to_identify', index: 2 }] });
		const { main } = await runBraze({ ...IDENTIFY, externalId: 'ext' }, ids(5), CONTINUE);
		expect(main[0].map(({ json }) => json.userId)).toEqual(['u0', 'u1', 'u3', 'u4']);
		expect(main[1][0].json).toMatchObject({ id: 'u2', error: { class: 'invalidInput', message: 'Braze: alias is unknown' } });
	});

	it('an error that names nobody leaves the call unknown', async () => {
		api().post('/users/identify').reply(201, { ...OK, errors: ['something was wrong'] });
		expect((await failures({ ...IDENTIFY, externalId: 'ext' }, ids(2))).map((failure) => failure.class)).toEqual(['unknownOutcome', 'unknownOutcome']);
	});
});

describe('aliases', () => {
	it('are made for a user, or for a new user who has nothing else', async () => {
		api().post('/users/alias/new', { user_aliases: [{ external_id: 'ext', alias_name: 'u0', alias_label: 'app' }] }).reply(201, { ...OK, aliases_processed: 1 });
		expect((await runBraze(NEW_ALIAS, ids(1))).main[0][0].json).toMatchObject({ aliasName: 'u0', externalId: 'ext', inCall: { sent: 1, processed: 1 } });
		api().post('/users/alias/new', { user_aliases: [{ alias_name: 'u0', alias_label: 'app' }] }).reply(201, OK);
		expect((await runBraze({ ...NEW_ALIAS, externalId: '' }, ids(1))).main[0][0].json).toEqual({ aliasName: 'u0', aliasLabel: 'app', accepted: true });
	});

	it('go out again after a lost connection', async () => {
		api().post('/users/alias/new').replyWithError(RESET).post('/users/alias/new').reply(201, OK);
		expect((await runBraze(NEW_ALIAS, ids(1))).error).toBeUndefined();
	});

	it('are renamed in order: a chain goes in calls one after the other', async () => {
		const { bodies, keep } = recorder();
		api().post('/users/alias/update', keep).times(2).reply(201, OK);
		const items = [{ id: 'a', to: 'b' }, { id: 'x', to: 'y' }, { id: 'b', to: 'c' }];
		await runBraze(user('updateAlias', { aliasLabel: 'app', oldAliasName: byItem, newAliasName: '={{ $json.to }}' }), items);
		expect(bodies).toEqual([
			{ alias_updates: [{ alias_label: 'app', old_alias_name: 'a', new_alias_name: 'b' }, { alias_label: 'app', old_alias_name: 'x', new_alias_name: 'y' }] },
			{ alias_updates: [{ alias_label: 'app', old_alias_name: 'b', new_alias_name: 'c' }] },
		]);
	});
});

describe('delete', () => {
	it.each([
		['external_id', 'u0', {}, { external_ids: ['u0'] }],
		['braze_id', 'u0', {}, { braze_ids: ['u0'] }],
		['user_alias', 'u0', { aliasLabel: 'app' }, { user_aliases: [{ alias_name: 'u0', alias_label: 'app' }] }],
		['email', 'ada@example.com', { prioritization: ['identified'] }, { email_addresses: [{ email: 'ada@example.com', prioritization: ['identified'] }] }],
		['phone', '+15551234567', { prioritization: ['identified'] }, { phone_numbers: [{ phone: '+15551234567', prioritization: ['identified'] }] }],
	])('by %s', async (identifyBy, userId, more, body) => {
		api().post('/users/delete', body).reply(201, { ...OK, deleted: 1 });
		const { main } = await runBraze(user('delete', { identifyBy, userId, ...more }));
		expect(main[0][0].json).toEqual({ userId, identifiedBy: identifyBy, queuedForDeletion: true, inCall: { sent: 1, processed: 1 } });
	});

	it('one kind of identifier a call, 50 at most', async () => {
		const { bodies, keep } = recorder();
		api().post('/users/delete', keep).times(3).reply(201, OK);
		const items = ids(60).map((item, index) => ({ ...item, kind: index % 2 === 0 ? 'external_id' : 'braze_id' }));
		await runBraze(user('delete', { identifyBy: '={{ $json.kind }}', userId: byItem }), [...items, ...ids(30, 60).map((item) => ({ ...item, kind: 'external_id' }))]);
		expect(bodies.map((body) => Object.entries(body).map(([name, entries]) => [name, list(entries).length]))).toEqual(
			expect.arrayContaining([[['external_ids', 50]], [['external_ids', 10]], [['braze_ids', 30]]]),
		);
	});

	it('names the permission that the key lacks', async () => {
		api().post('/users/delete').reply(403, { message: 'Access Denied' });
		expect(await failures(user('delete', { userId: byItem }), ids(1))).toMatchObject([{ class: 'forbidden', fix: expect.stringContaining('"users.delete"') }]);
	});
});

describe('merge', () => {
	const MERGE = user('merge', { mergeId: byItem, keepId: '={{ $json.to }}' });
	const merged = (from: string, to: string) => ({ identifier_to_merge: { external_id: from }, identifier_to_keep: { external_id: to } });

	it('several into one share a call, a user in both roles does not', async () => {
		const { bodies, keep } = recorder();
		api().post('/users/merge', keep).times(2).reply(202, OK);
		const { main } = await runBraze(MERGE, [{ id: 'a', to: 'z' }, { id: 'b', to: 'z' }, { id: 'z', to: 'y' }]);
		expect(bodies).toEqual([{ merge_updates: [merged('a', 'z'), merged('b', 'z')] }, { merge_updates: [merged('z', 'y')] }]);
		expect(main[0].map(({ json }) => json)).toEqual([['a', 'z'], ['b', 'z'], ['z', 'y']].map(([mergedUser, keptUser]) => ({ mergedUser, keptUser, queued: true })));
	});

	it('names users in different ways', async () => {
		const body = {
			merge_updates: [
				{ identifier_to_merge: { email: 'ada@example.com', prioritization: ['unidentified'] }, identifier_to_keep: { user_alias: { alias_name: 'ada', alias_label: 'app' } } },
			],
		};
		api().post('/users/merge', body).reply(202, OK);
		const parameters = user('merge', { mergeBy: 'email', mergeId: 'ada@example.com', mergePrioritization: ['unidentified'], keepBy: 'user_alias', keepId: 'ada', keepLabel: 'app' });
		expect((await runBraze(parameters)).error).toBeUndefined();
	});

	it.each([
		['User to Keep', { keepId: 'a' }],
		['Alias Label to Merge', { mergeBy: 'user_alias', keepId: 'b' }],
		['User to Merge', { mergeBy: 'email', mergePrioritization: ['identified'], keepId: 'b' }],
		['Prioritization to Keep', { keepBy: 'email', keepId: 'ada@example.com', keepPrioritization: ['identified', 'unidentified'] }],
	])('is refused by the name of what is wrong: %s', async (displayName, more) => {
		expect(await failures({ ...MERGE, mergeId: 'a', ...more }, [{}])).toMatchObject([{ class: 'invalidInput', message: expect.stringMatching(new RegExp(`^${displayName}: `)) }]);
	});
});

describe('external ids', () => {
	it.each([
		['[index, text]', [1, 'already in use']],
		['[text, index]', ['already in use', 1]],
		['a text that names it', 'already in use (index 1)'],
		['an object', { type: 'already in use', index: 1 }],
	])('a rename that Braze refuses fails alone, told as %s', async (_, error) => {
		api()
			.post('/users/external_ids/rename', { external_id_renames: ['a', 'b', 'c'].map((id) => ({ current_external_id: id, new_external_id: `${id}2` })) })
			.reply(201, { ...OK, external_ids: ['a2', 'c2'], rename_errors: [error] });
		const { main } = await runBraze(RENAMED, ['a', 'b', 'c'].map((id) => ({ id, to: `${id}2` })), CONTINUE);
		expect(main[0].map(({ json }) => json)).toEqual(['a', 'c'].map((id) => ({ externalId: `${id}2`, deprecatedExternalId: id, renamed: true })));
		expect(main[1][0].json).toMatchObject({ id: 'b', error: { class: 'invalidInput', message: expect.stringContaining('already in use') } });
	});

	it('a rename whose answer was lost is unknown: a repeat would fail on itself', async () => {
		api().post('/users/external_ids/rename').replyWithError(RESET);
		expect(await failures(RENAMED, [{ id: 'a', to: 'b' }])).toMatchObject([{ class: 'unknownOutcome' }]);
	});

	it('deprecated ones are removed, the same one twice in two calls', async () => {
		api().post('/users/external_ids/remove', { external_ids: ['u0', 'u1'] }).reply(201, { ...OK, removed_ids: ['u0'], removal_errors: [[1, 'is a primary external id']] });
		api().post('/users/external_ids/remove', { external_ids: ['u0'] }).reply(201, { ...OK, removed_ids: [], removal_errors: [[0, 'does not exist']] });
		const { main } = await runBraze(user('removeExternalId', { externalId: byItem }), [...ids(2), ...ids(1)], CONTINUE);
		expect(main[0].map(({ json }) => json)).toEqual([{ externalId: 'u0', removed: true }]);
		expect(main[1].map(({ json }) => (json.error as IDataObject).message)).toEqual(['Braze: is a primary external id', 'Braze: does not exist']);
	});
});

describe('exports into a file', () => {
	const READY = { ...OK, object_prefix: 'p', url: 'https://example.com/p.zip' };

	it('of a segment', async () => {
		const body = { segment_id: 's1', fields_to_export: ['email', 'phone'], callback_endpoint: 'https://example.com/ready', custom_attributes_to_export: ['city'], output_format: 'zip' };
		api().post('/users/export/segment', body).reply(201, READY);
		const more = { callbackEndpoint: 'https://example.com/ready', customAttributes: 'city', outputFormat: 'zip' };
		const { main } = await runBraze(user('exportBySegment', { segment: { __rl: true, mode: 'id', value: 's1' }, fieldsToExport: 'email, phone', more }));
		expect(main[0][0].json).toEqual({ segmentId: 's1', object_prefix: 'p', url: 'https://example.com/p.zip' });
	});

	it('of the global control group, and only with fields', async () => {
		api().post('/users/export/global_control_group', { fields_to_export: ['email'] }).reply(201, READY);
		expect((await runBraze(user('exportControlGroup', { fieldsToExport: 'email' }))).main[0][0].json).toEqual({ object_prefix: 'p', url: 'https://example.com/p.zip' });
		expect(await failures(user('exportControlGroup', { fieldsToExport: '' }), [{}])).toMatchObject([{ class: 'invalidInput', message: 'Fields to Export: is missing' }]);
	});
});
