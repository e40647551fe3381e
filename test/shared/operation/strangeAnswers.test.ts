import { batchOperation, callOperation, field, success } from '../../../nodes/shared/operation';
import { z } from '../../../nodes/shared/schema';
import { closedNetwork } from '../../support/network';
import { runOperation } from '../../support/probeNode';
import { api } from '../../support/probeVendor';
import { ID_FROM_ITEM, oneByOne, twoByTwo } from './probeOperations';

closedNetwork();

const shape = z.object({ thing: z.object({ id: z.number() }) });
const fields = { id: field.requiredId({ displayName: 'Thing ID' }) };

const reading = callOperation({
	...oneByOne.about,
	fields,
	retry: 'onlyIfNothingHappened',
	request: ({ id }) => ({ method: 'POST', path: '/things', body: { id } }),
	outcome: (answer) => shape.parse(answer.body).thing,
});

const readingBatches = batchOperation({
	...twoByTwo.about,
	fields,
	retry: 'onlyIfNothingHappened',
	batch: { size: 1 },
	request: ([{ id }]) => ({ method: 'POST', path: '/things', body: { id } }),
	outcomes: (answer) => [success(shape.parse(answer.body).thing)],
});

/** A proxy's page, or a vendor that has changed: the answer says success, and nothing that we can read. */
describe.each([['one call an item', reading], ['many items a call', readingBatches]])('an answer of another shape, %s', (_, operation) => {
	it('fails its own item and no other: their writes are done and must not be lost', async () => {
		api().post('/things', { id: 'a' }).reply(201, { thing: { id: 1 } });
		api().post('/things', { id: 'b' }).reply(200, '<html>Welcome</html>', { 'Content-Type': 'text/html' });
		api().post('/things', { id: 'c' }).reply(201, { thing: { id: 3 } });
		const { main, error } = await runOperation(operation, ID_FROM_ITEM, [{ id: 'a' }, { id: 'b' }, { id: 'c' }], { onError: 'continueErrorOutput' });
		expect(error).toBeUndefined();
		expect(main[0].map(({ json }) => json.id)).toEqual([1, 3]);
		expect(main[1]).toHaveLength(1);
		// The vendor answered with success, so whether it acted is not known.
		expect(main[1][0].json).toMatchObject({ id: 'b', error: { class: 'unknownOutcome', vendor: 'Vendor', status: 200 } });
	});
});
