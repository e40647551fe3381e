import { callOperation, limitFields, mostOf } from '../../../nodes/shared/operation';
import { z } from '../../../nodes/shared/schema';
import { closedNetwork } from '../../support/network';
import { runOperation } from '../../support/probeNode';
import { api } from '../../support/probeVendor';

closedNetwork();

const pageShape = z.object({ rows: z.array(z.object({ n: z.number() })), next: z.number() });

const list = callOperation({
	name: 'Get Many',
	action: 'Get many things',
	description: 'For tests',
	documentation: 'https://vendor.test/docs',
	fields: limitFields,
	retry: 'safe',
	request: () => ({ method: 'GET', path: '/rows', query: { page: 0 } }),
	page: { next: (call, answer) => ({ ...call, query: { page: pageShape.parse(answer.body).next } }), most: mostOf },
	outcome: (answer) => pageShape.parse(answer.body).rows,
});

const rows = (from: number) => ({ rows: [{ n: from }, { n: from + 1 }], next: from + 2 });

it('no page is asked for beyond the limit, and no row is given beyond it', async () => {
	api().get('/rows').query({ page: 0 }).reply(200, rows(0)).get('/rows').query({ page: 2 }).reply(200, rows(2));
	const { main } = await runOperation(list, { returnAll: false, limit: 3 }, [{}]);
	expect(main[0].map(({ json }) => json.n)).toEqual([0, 1, 2]);
});

it('a new node asks for fifty', async () => {
	for (let from = 0; from < 50; from += 2) api().get('/rows').query({ page: from }).reply(200, rows(from));
	const { main } = await runOperation(list, {}, [{}]);
	expect(main[0]).toHaveLength(50);
});

it('a limit of none is refused by its name', async () => {
	const { main } = await runOperation(list, { returnAll: false, limit: 0 }, [{}], { onError: 'continueRegularOutput' });
	expect(main[0][0].json.error).toMatchObject({ class: 'invalidInput', message: 'Limit: must be 1 or more' });
});
