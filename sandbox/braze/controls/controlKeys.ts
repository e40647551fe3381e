import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { NewKey } from './controlTypes';
import { isAllowList } from '../keys';
import { PERMISSIONS, type Permission } from '../permissions';
import type { BrazeState } from '../state';

const newKey: z.ZodType<NewKey> = z.object({ key: z.string().min(1).optional(), permissions: z.array(z.string()), allow_list: z.array(z.string()).optional() });

const isPermission = (name: string): name is Permission => PERMISSIONS.some((known) => known === name);

/** Settings > API Keys > Create API Key. */
export function keyControl(app: FastifyInstance, state: BrazeState): void {
	app.post('/_sandbox/braze/keys', async (request, reply) => {
		const parsed = newKey.safeParse(request.body);
		if (!parsed.success) return reply.code(400).send({ error: 'permissions: a list of names; key: a text; allow_list: a list of addresses and subnets' });
		const { key = randomUUID(), permissions, allow_list: allowList = [] } = parsed.data;
		const unknown = permissions.filter((name) => !isPermission(name));
		if (unknown.length > 0) return reply.code(400).send({ error: `no such permission: ${unknown.join(', ')}`, permissions: PERMISSIONS });
		if (!isAllowList(allowList)) return reply.code(400).send({ error: 'allow_list: IP addresses and subnets such as 203.0.113.0/24' });
		if (state.keys.get(key)) return reply.code(409).send({ error: 'a key cannot be changed; make another' });
		state.keys.add(key, { permissions: permissions.filter(isPermission), allowList });
		return reply.code(201).send({ key });
	});
}
