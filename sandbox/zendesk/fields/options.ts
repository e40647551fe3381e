import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordNotFound } from '../errors';
import { bodyOf, integerId } from '../http';
import { pageOf } from '../paging';
import type { ZendeskState } from '../state';
import type { FieldDefinition, FieldOption } from '../types';
import { optionBody, writeOption } from './write';

/** The choices of a drop-down, below `/user_fields/{id}/options` and `/ticket_fields/{id}/options`. */
export function optionRoutes(app: FastifyInstance, state: ZendeskState, path: string, find: (request: FastifyRequest) => FieldDefinition): void {
	const show = (option: FieldOption) => ({ ...option, raw_name: option.name });
	const optionOf = (request: FastifyRequest): FieldOption => {
		const option = find(request).options?.find(({ id }) => id === integerId(request, 'option_id'));
		if (option === undefined) throw recordNotFound();
		return option;
	};

	app.get(`/${path}/:id/options`, async (request) => {
		const { items, frame } = pageOf(request, find(request).options ?? [], {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: FieldOption) => id,
			sortBy: { position: ({ position }: FieldOption) => position },
		});
		return { custom_field_options: items.map(show), ...frame };
	});

	app.get(`/${path}/:id/options/:option_id`, async (request) => ({ custom_field_option: show(optionOf(request)) }));

	app.post(`/${path}/:id/options`, async (request, reply) => {
		const { option, created } = writeOption(state, find(request), bodyOf(request, optionBody).custom_field_option);
		return await reply.code(created ? 201 : 200).send({ custom_field_option: show(option) });
	});

	app.delete(`/${path}/:id/options/:option_id`, async (request, reply) => {
		const option = optionOf(request);
		const field = find(request);
		field.options = field.options?.filter((each) => each !== option);
		return await reply.code(204).send();
	});
}
