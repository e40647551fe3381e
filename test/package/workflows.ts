/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the workflow files */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './packageJson';

const node = z.object({
	id: z.string().min(1),
	name: z.string().min(1),
	type: z.string(),
	typeVersion: z.number(),
	position: z.tuple([z.number(), z.number()]),
	parameters: z.record(z.unknown()),
	credentials: z.record(z.object({ id: z.string(), name: z.string() })).optional(),
	webhookId: z.string().optional(),
	onError: z.enum(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput']).optional(),
	disabled: z.boolean().optional(),
});

const link = z.object({ node: z.string(), type: z.literal('main'), index: z.number().int().min(0) });

const workflow = z.object({
	id: z.string().min(1),
	name: z.string().min(1),
	nodes: z.array(node).min(1),
	connections: z.record(z.object({ main: z.array(z.array(link)) })),
	settings: z.object({ executionOrder: z.literal('v1'), errorWorkflow: z.string().optional() }).passthrough(),
	active: z.literal(false),
	pinData: z.object({}).strict().optional(),
});

export type WorkflowNode = z.infer<typeof node>;
export type WorkflowFile = z.infer<typeof workflow> & { file: string };

/** Workflow files begin with their number; other JSON beside them is set-up. */
export const workflows: WorkflowFile[] = readdirSync(join(root, 'workflows'), { recursive: true, encoding: 'utf8' })
	.map((file) => file.replace(/\\/g, '/'))
	.filter((file) => /\/\d+-[^/]*\.json$/.test(file))
	.sort()
	.map((file) => ({ ...workflow.parse(JSON.parse(readFileSync(join(root, 'workflows', file), 'utf8'))), file }));
