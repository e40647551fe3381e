import nock from 'nock';
import type { NodeSetup } from '../../support/n8n';
import { closedNetwork, RESET } from '../../support/network';
import { runOperation } from '../../support/probeNode';
import { api } from '../../support/probeVendor';
import { ID_FROM_ITEM, oneByOne, twoByTwo } from './probeOperations';

closedNetwork();

type Mode = NonNullable<NonNullable<NodeSetup['settings']>['onError']>;

const MODES: Mode[] = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'];

const retrying = (onError: Mode): NodeSetup['settings'] => ({ onError, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 });

/** Which ids went out, in order; the first call with the id `flaky` is refused. */
function count(flaky: string, refusal: (interceptor: nock.Interceptor) => nock.Scope): string[] {
	const sent: string[] = [];
	const one = (id: string) => (body: { id?: string }): boolean => {
		if (body.id !== id) return false;
		sent.push(id);
		return true;
	};
	refusal(api().post('/things', one(flaky)));
	const others = ['a', 'b', 'c'].filter((id) => id !== flaky);
	for (const id of others) api().post('/things', one(id)).reply(201, {});
	return sent;
}

const sentOnce = (sent: string[]): string[] => [...sent].sort();

describe.each(MODES)('n8n\'s "Retry On Fail" with %s', (mode) => {
	it('tries again what failed for a passing reason, and sends the good items exactly once', async () => {
		// The first item, since n8n looks only at the first one to see whether a node that continues has failed.
		const sent = count('a', (call) => call.reply(503));
		api().post('/things', { id: 'a' }).reply(201, {});
		const { main, error } = await runOperation(oneByOne, ID_FROM_ITEM, [{ id: 'a' }, { id: 'b' }, { id: 'c' }], retrying(mode));
		expect(error).toBeUndefined();
		expect(sentOnce(sent)).toEqual(['a', 'b', 'c']);
		expect(main[0].map(({ json }) => json.id)).toEqual(['a', 'b', 'c']);
	});

	it('never sends again what may have happened', async () => {
		const sent = count('a', (call) => call.replyWithError(RESET));
		const { main, error } = await runOperation(oneByOne, ID_FROM_ITEM, [{ id: 'a' }, { id: 'b' }, { id: 'c' }], retrying(mode));
		expect(sentOnce(sent)).toEqual(['a', 'b', 'c']);
		if (mode === 'stopWorkflow') expect(error?.message).toContain('unknownOutcome');
		else expect(JSON.stringify(main)).toContain('unknownOutcome');
	});

	it('never sends again what the vendor refused for good', async () => {
		const sent = count('a', (call) => call.reply(422, { message: 'no' }));
		await runOperation(oneByOne, ID_FROM_ITEM, [{ id: 'a' }, { id: 'b' }, { id: 'c' }], retrying(mode));
		expect(sentOnce(sent)).toEqual(['a', 'b', 'c']);
	});

	it('tries only the failed batch again', async () => {
		api().post('/things', { ids: ['a', 'b'] }).reply(503);
		api().post('/things', { ids: ['c', 'd'] }).reply(201, {});
		api().post('/things', { ids: ['a', 'b'] }).reply(201, {});
		const { main, error } = await runOperation(twoByTwo, ID_FROM_ITEM, ['a', 'b', 'c', 'd'].map((id) => ({ id })), retrying(mode));
		expect(error).toBeUndefined();
		expect(main[0].map(({ json }) => json.id)).toEqual(['a', 'b', 'c', 'd']);
	});
});

it('a second run of the same node sends again: only tries of one run are remembered', async () => {
	api().post('/things', { id: 'a' }).times(2).reply(201, {});
	const items = [{ id: 'a' }];
	await runOperation(oneByOne, ID_FROM_ITEM, items, retrying('stopWorkflow'));
	await runOperation(oneByOne, ID_FROM_ITEM, items, retrying('stopWorkflow'));
});
