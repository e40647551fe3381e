import { z } from '../../shared/schema';
import type { Answer } from '../../shared/transport/call';

const variable = z.object({ key: z.string().optional(), name: z.string().optional(), type: z.string().optional() }).passthrough();

/** Sendbird's texts list the fields but show no answer, so nothing but the key is asked for. */
const template = z
	.object({
		key: z.string().optional(),
		template_key: z.string().optional(),
		name: z.string().optional(),
		is_archived: z.boolean().optional(),
		variable_schema: z.array(variable).nullish(),
	})
	.passthrough()
	.refine((shape) => shape.key !== undefined || shape.template_key !== undefined, { message: 'a template has no key' });

export type Template = z.infer<typeof template>;
export type Variable = z.infer<typeof variable>;

/** A list comes bare or under one of these names; which one is not documented. */
const list = z.union([
	z.array(template),
	z.object({ templates: z.array(template) }).transform(({ templates }) => templates),
	z.object({ data: z.array(template) }).transform(({ data }) => data),
	z.object({ results: z.array(template) }).transform(({ results }) => results),
], { errorMap: () => ({ message: 'it holds no list of templates' }) });

const one = z.union([z.object({ template }).transform((whole) => whole.template), template], { errorMap: () => ({ message: 'it holds no template' }) });

export const templatesOf = ({ body }: Answer): Template[] => list.parse(body);

export const templateOf = ({ body }: Answer): Template => one.parse(body);

/** What a send names: `template_key` where the two differ, since `key` is then the unique ID. */
export const keyOf = (shape: Template): string => shape.template_key ?? shape.key ?? '';
