import type { INodeParameters } from 'n8n-workflow';
import { CleverTap } from '../../../nodes/CleverTap/CleverTap.node';
import { closedNetwork, RESET } from '../../support/network';
import { api, one, outcomes, refusal } from './cleverTap';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const success = (processed: number) => ({ status: 'success', processed, unprocessed: [] });
const profile = (operation: string, more: INodeParameters): INodeParameters => ({ resource: 'profile', operation, ...more });
const IDS = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('delete', () => {
	it('one a call unless somebody chooses otherwise', async () => {
		for (const { id } of IDS) api().post('/1/delete/profiles.json', { identity: id }).reply(200, success(1));
		const { good } = await outcomes(profile('delete', { userId: '={{ $json.id }}' }), IDS);
		expect(good.map(({ userId, deletion }) => [userId, deletion])).toEqual([['a', 'queued'], ['b', 'queued'], ['c', 'queued']]);
	});

	it('several as a list, each kind of ID in a call of its own', async () => {
		api().post('/1/delete/profiles.json', { identity: ['a', 'c'] }).reply(200, success(2));
		api().post('/1/delete/profiles.json', { guid: 'b' }).reply(200, success(1));
		await outcomes(profile('delete', { userId: '={{ $json.id }}', identifyBy: '={{ $json.id === "b" ? "objectId" : "identity" }}', batchSize: 100 }), IDS);
	});

	it('one that CleverTap did not take fails its own item', async () => {
		api().post('/1/delete/profiles.json').reply(200, { status: 'partial', processed: 2, unprocessed: [refusal({ identity: 'b' }, 512, 'Invalid structure')] });
		const { places } = await outcomes(profile('delete', { userId: '={{ $json.id }}', batchSize: 10 }), IDS);
		expect(places).toEqual({ good: [0, 2], bad: [1] });
	});
});

it('demerge', async () => {
	api().post('/1/demerge/profiles.json', { identities: ['a'] }).replyWithError(RESET);
	api().post('/1/demerge/profiles.json', { identities: ['a'] }).reply(200, success(1));
	expect(await one(profile('demerge', { identity: 'a' }))).toEqual({ identity: 'a', demerge: 'queued' });
});

it('disassociate', async () => {
	api().post('/1/disassociate', { d: [{ type: 'phone', value: '+14155551234' }] }).reply(200, success(1));
	expect(await one(profile('disassociate', { phone: '+14155551234' }))).toEqual({ phone: '+14155551234', disassociated: true });
});

it('subscribe: a thousand a call, each row with its own outcome', async () => {
	const row = (value: string) => ({ type: 'email', value, status: 'Unsubscribe' });
	api().post('/1/subscribe', { d: [row('a'), row('b'), row('c')] }).reply(200, { status: 'partial', processed: 2, unprocessed: [refusal(row('b'), 512, 'no profile')] });
	const { good, places } = await outcomes(profile('subscribe', { type: 'email', value: '={{ $json.id }}', status: 'Unsubscribe' }), IDS);
	expect(places).toEqual({ good: [0, 2], bad: [1] });
	expect(good[0]).toEqual(row('a'));
});

it('what destroys is not for an AI agent unless allowed, and is one a call in a new node', () => {
	const { properties } = new CleverTap().description;
	const guarded = properties.filter(({ name }) => name === 'allowAsTool').map(({ displayOptions }) => [displayOptions?.show?.resource, displayOptions?.show?.operation].flat().join(' '));
	expect(guarded.sort()).toEqual(['campaign create', 'profile delete', 'profile demerge', 'profile disassociate']);
	const sizes = properties.filter(({ name, displayOptions }) => name === 'batchSize' && displayOptions?.show?.resource?.[0] === 'profile').map(({ displayOptions, default: usual }) => [displayOptions?.show?.operation?.[0], usual]);
	expect(Object.fromEntries(sizes)).toEqual({ delete: 1, demerge: 1, disassociate: 1, subscribe: 1000 });
});
