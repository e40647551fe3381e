import fc from 'fast-check';
import { batchOperation, field, success } from '../../../nodes/shared/operation';
import type { Door } from '../../../nodes/shared/transport/door';

const fields = {
	id: field.requiredId({ displayName: 'ID' }),
	user: field.optionalId({ displayName: 'User' }),
	campaign: field.optionalId({ displayName: 'Campaign' }),
};

interface Thing {
	id: string;
	user?: string;
	campaign?: string;
}

/** Runs a batch operation over the items and gives the calls it made, in their order. */
async function calls(items: object[], rules: { size: number; alone?: boolean; together?: boolean }): Promise<{ sent: Thing[][]; told: unknown[] }> {
	const sent: Thing[][] = [];
	const door: Door = {
		parallel: 3,
		vendorName: 'Vendor',
		attempt: async (call) => {
			const body = call.body as { things: Thing[] };
			sent.push(body.things);
			return { ok: true, answer: { status: 200, headers: {}, body } };
		},
		send: async () => await Promise.reject(new Error('not used')),
	};
	const operation = batchOperation({
		name: 'Act',
		action: 'Act',
		description: '',
		documentation: '',
		fields,
		retry: 'safe',
		batch: {
			size: rules.size,
			together: rules.together ? ({ campaign }) => campaign ?? '' : undefined,
			alone: rules.alone ? ({ user }) => user ?? '' : undefined,
		},
		request: (things) => ({ method: 'POST', path: '/things', body: { things } }),
		outcomes: (_, inputs) => inputs.map(({ id }) => success({ id })),
	});
	const outcomes = await operation.run(items.map((raw, index) => ({ index, read: () => ({ ok: true as const, values: { ...raw } }) })), door);
	return { sent, told: outcomes.map((outcome) => (outcome.ok ? outcome.json[0].id : outcome.failure.class)) };
}

const things = fc
	.array(fc.record({ user: fc.constantFrom('u1', 'u2', 'u3'), campaign: fc.constantFrom('c1', 'c2') }), { maxLength: 60 })
	.map((list): Thing[] => list.map((thing, index) => ({ ...thing, id: String(index) })));

const rules = fc.record({ size: fc.integer({ min: 1, max: 7 }), alone: fc.boolean(), together: fc.boolean() });

it('every item is in exactly one call, and gets its own outcome', async () => {
	await fc.assert(fc.asyncProperty(things, rules, async (items, rule) => {
		const { sent, told } = await calls(items, rule);
		expect(sent.flat().map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort());
		expect(told).toEqual(items.map(({ id }) => id));
	}));
});

it('no call holds more than the vendor takes, or items that may not share one', async () => {
	await fc.assert(fc.asyncProperty(things, rules, async (items, rule) => {
		for (const batch of (await calls(items, rule)).sent) {
			expect(batch.length).toBeLessThanOrEqual(rule.size);
			if (rule.together) expect(new Set(batch.map(({ campaign }) => campaign)).size).toBe(1);
			if (rule.alone) expect(new Set(batch.map(({ user }) => user)).size).toBe(batch.length);
		}
	}));
});

it('the messages of one user keep their order', async () => {
	await fc.assert(fc.asyncProperty(things, rules, async (items, rule) => {
		fc.pre(rule.alone);
		const { sent } = await calls(items, rule);
		const order = sent.flat();
		for (const user of ['u1', 'u2', 'u3']) {
			// Within a campaign: different ones are different conversations.
			for (const campaign of rule.together ? ['c1', 'c2'] : [undefined]) {
				const ids = order.filter((thing) => thing.user === user && (campaign === undefined || thing.campaign === campaign)).map(({ id }) => Number(id));
				expect(ids).toEqual([...ids].sort((a, b) => a - b));
			}
		}
	}));
});

it('there are no more calls than needed', async () => {
	const items = Array.from({ length: 151 }, (_, index) => ({ id: String(index), user: `u${index}` }));
	expect((await calls(items, { size: 50, alone: true })).sent.map(({ length }) => length)).toEqual([50, 50, 50, 1]);
	const twice = [...items.slice(0, 50), ...items.slice(0, 50)].map((item, index) => ({ ...item, id: String(index) }));
	expect((await calls(twice, { size: 50, alone: true })).sent.map(({ length }) => length)).toEqual([50, 50]);
});

it('an item that is wrong is in no call, and the others are', async () => {
	const { sent, told } = await calls([{ id: 'a' }, { id: ' ' }, { id: 'c' }], { size: 50 });
	expect(sent).toEqual([[{ id: 'a' }, { id: 'c' }]]);
	expect(told).toEqual(['a', 'invalidInput', 'c']);
});
