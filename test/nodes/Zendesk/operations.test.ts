import { resources } from '../../../nodes/Zendesk/resources';
import { listSearch } from '../../../nodes/Zendesk/listSearch';
import { resourceMapping } from '../../../nodes/Zendesk/customFields/resourceMapping';

const all = Object.entries(resources).flatMap(([resource, { operations }]) => Object.entries(operations).map(([name, { about }]) => ({ name: `${resource}.${name}`, about })));

it.each(all)('$name declares the endpoints that it calls', ({ about }) => {
	expect(about.calls?.length).toBeGreaterThan(0);
	for (const call of about.calls ?? []) expect(call).toMatch(/^(GET|POST|PUT|PATCH|DELETE) \/api\/v2(\/\w+|\/\{\w+\})+$/);
});

it.each(all)('$name has no field that would hide one of the node\'s own', ({ about }) => {
	for (const own of ['authentication', 'resource', 'operation', 'connection', 'allowAsTool']) expect(Object.keys(about.fields)).not.toContain(own);
});

it('what deletes is marked, so that no AI agent runs it unasked', () => {
	const deleting = all.filter(({ about }) => about.calls?.some((call) => call.startsWith('DELETE ') && !call.endsWith('/tags'))).map(({ name }) => name);
	expect(deleting.length).toBeGreaterThan(4);
	expect(all.filter(({ name, about }) => deleting.includes(name) && about.dangerous !== 'deletes')).toEqual([]);
});

it('mappers name methods that are there', () => {
	const methods = all.flatMap(({ about }) => Object.values(about.fields).map(({ property }) => property.typeOptions?.resourceMapper?.resourceMapperMethod)).filter((method) => method !== undefined);
	expect(new Set(methods)).toEqual(new Set(Object.keys(resourceMapping)));
	expect(Object.keys(listSearch)).toEqual(expect.arrayContaining(['searchAgents', 'searchBrands', 'searchGroups', 'searchTicketForms']));
});
