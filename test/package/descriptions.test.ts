import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { credentials, nodes } from './packageJson';

/** Lint sees literals only; our forms are assembled, so the built ones are walked. */
interface Found {
	where: string;
	property: INodeProperties;
}

const isProperty = (option: INodePropertyOptions | INodeProperties | INodePropertyCollection): option is INodeProperties => 'type' in option && 'displayName' in option;
const isChoice = (option: INodePropertyOptions | INodeProperties | INodePropertyCollection): option is INodePropertyOptions => 'value' in option && 'name' in option && !('displayName' in option);

function* walk(properties: INodeProperties[], where: string): Generator<Found> {
	for (const property of properties) {
		const here = `${where} › ${Object.values(property.displayOptions?.show ?? {}).flat().join(' ')} › ${property.name}`;
		yield { where: here, property };
		for (const option of property.options ?? []) {
			if (isProperty(option)) yield* walk([option], here);
			else if ('values' in option) yield* walk(option.values, here);
		}
	}
}

const all: Found[] = [
	...nodes.flatMap(({ node: { description } }) => [...walk(description.properties, description.name)]),
	...credentials.flatMap(({ name, properties }) => [...walk(properties, name)]),
];

/** What is wrong with which field; one list, so that all faults show at once. */
const faults = (judge: (found: Found) => string | undefined): string[] => all.flatMap((found) => {
	const fault = judge(found);
	return fault === undefined ? [] : [`${found.where}: ${fault}`];
});

const choices = (property: INodeProperties): INodePropertyOptions[] => (property.options ?? []).filter(isChoice);

const SMALL = new Set(['a', 'an', 'and', 'as', 'at', 'but', 'by', 'for', 'from', 'if', 'in', 'nor', 'of', 'on', 'only', 'or', 'per', 'so', 'than', 'that', 'the', 'to', 'up', 'via', 'when', 'with', 'without', 'yet']);

function isTitleCase(text: string): boolean {
	// A code in brackets is spelt as the vendor spells it, and so are Apple's names.
	const words = text.replace(/\([a-z]+\d+\)|\biOS\b/g, '').replace(/[():]/g, ' ').split(/[\s-]+/).filter((word) => word !== '');
	return words.every((word, index) => /^[^a-z]/.test(word) || (index > 0 && index < words.length - 1 && SMALL.has(word)));
}

const sentences = (text: string): number => text.split(/[.!?:](?=\s+[A-Z"])/).length;

const endsOneSentenceWithPeriod = (text: string | undefined): boolean => text !== undefined && text.endsWith('.') && sentences(text) === 1;

it('there is something to walk', () => {
	expect(all.length).toBeGreaterThan(100);
});

describe('every field', () => {
	it('has a default', () => {
		expect(faults(({ property }) => ('default' in property && property.default !== undefined ? undefined : 'no default'))).toEqual([]);
	});

	it('has a display name in title case (a notice is a text)', () => {
		expect(faults(({ property: { type, displayName } }) => (type === 'notice' || type === 'hidden' || isTitleCase(displayName) ? undefined : displayName))).toEqual([]);
	});

	it('has a name in camelCase', () => {
		expect(faults(({ property: { name } }) => (/^[a-z][a-zA-Z0-9]*$/.test(name) ? undefined : name))).toEqual([]);
	});

	it('ends a description of one sentence without a period', () => {
		expect(faults(({ property: { description } }) => (endsOneSentenceWithPeriod(description) ? description : undefined))).toEqual([]);
	});

	it('says nothing twice: a description is more than the display name', () => {
		expect(faults(({ property: { description, displayName } }) => (description?.toLowerCase() === displayName.toLowerCase() ? description : undefined))).toEqual([]);
	});

	it('of two values says what "on" means: "Whether …"', () => {
		expect(faults(({ property: { type, description } }) => (type === 'boolean' && !description?.startsWith('Whether ') ? String(description) : undefined))).toEqual([]);
	});

	it('that holds a secret hides it', () => {
		expect(faults(({ property: { name, type, typeOptions } }) => (type === 'string' && /(password|secret|apiKey|token)$/i.test(name) && !typeOptions?.password ? 'shown' : undefined))).toEqual([]);
	});
});

describe('every choice', () => {
	it('has its options in the order of the alphabet', () => {
		expect(faults(({ property }) => {
			const names = choices(property).map(({ name }) => name);
			const sorted = [...names].sort((a, b) => a.localeCompare(b));
			return JSON.stringify(names) === JSON.stringify(sorted) ? undefined : names.join(', ');
		})).toEqual([]);
	});

	it('has options with names in title case, and values of their own', () => {
		expect(faults(({ property }) => choices(property).find(({ name }) => !isTitleCase(name))?.name)).toEqual([]);
		expect(faults(({ property }) => (new Set(choices(property).map(({ value }) => value)).size === choices(property).length ? undefined : 'a value stands twice'))).toEqual([]);
	});

	it('has options whose one-sentence descriptions end without a period', () => {
		expect(faults(({ property }) => choices(property).find(({ description }) => endsOneSentenceWithPeriod(description))?.description)).toEqual([]);
	});

	it('begins with one of its options', () => {
		expect(faults(({ property }) => {
			const values = choices(property).map(({ value }) => value);
			const defaults = [property.default].flat();
			return property.type === 'options' && values.length > 0 && !defaults.every((value) => values.includes(String(value))) ? String(property.default) : undefined;
		})).toEqual([]);
	});

	it('of fields to add has them in the order of the alphabet', () => {
		expect(faults(({ property }) => {
			if (property.type !== 'collection') return undefined;
			const names = (property.options ?? []).flatMap((option) => (isProperty(option) ? [option.displayName] : []));
			return JSON.stringify(names) === JSON.stringify([...names].sort((a, b) => a.localeCompare(b))) ? undefined : names.join(', ');
		})).toEqual([]);
	});
});

describe.each(nodes)('$path', ({ node: { description } }) => {
	const operations = description.properties.filter(({ name }) => name === 'operation');

	it('resource and operation are never expressions: the form depends on them', () => {
		for (const property of description.properties.filter(({ name }) => name === 'resource' || name === 'operation')) expect(property.noDataExpression).toBe(true);
	});

	it('every operation has an action phrase of its own and a description', () => {
		const options = operations.flatMap(choices);
		const actions = options.map(({ action }) => action);
		for (const { action, description: text } of options) {
			expect((action ?? '').replace(/\b[A-Z]{2,}s?\b/g, 'x')).toMatch(/^[A-Z][a-z]+ [^A-Z]*$/);
			expect(text).toMatch(/./);
		}
		expect(new Set(actions).size).toBe(actions.length);
	});

	it('every field of an operation belongs to one that exists', () => {
		const known = new Map(operations.map((property) => [String(property.displayOptions?.show?.resource?.[0]), choices(property).map(({ value }) => String(value))]));
		for (const { displayOptions } of description.properties) {
			const [resource] = displayOptions?.show?.resource ?? [];
			const [operation] = displayOptions?.show?.operation ?? [];
			if (resource !== undefined) expect(known.has(String(resource))).toBe(true);
			if (operation !== undefined) expect(known.get(String(resource))).toContain(String(operation));
		}
	});

	it('has a version to save workflows under, a subtitle, and the name of its defaults', () => {
		expect(description.version).toEqual([1]);
		expect(description.defaultVersion).toBe(1);
		expect(description.subtitle).toMatch(/./);
		expect(description.defaults.name).toBe(description.displayName);
		expect(description.description).not.toMatch(/\.$/);
	});

	it('a trigger is called one and has no input; any other node can be a tool', () => {
		const isTrigger = description.group.includes('trigger');
		expect(description.name.endsWith('Trigger')).toBe(isTrigger);
		expect(description.displayName.endsWith('Trigger')).toBe(isTrigger);
		if (isTrigger) expect(description.inputs).toEqual([]);
		else expect(description.usableAsTool).toBe(true);
	});

	it('list searches that fields name are there', () => {
		const node = nodes.find(({ node: { description: other } }) => other === description)?.node;
		for (const { property } of walk(description.properties, '')) {
			for (const mode of property.modes ?? []) {
				const method = mode.typeOptions?.searchListMethod;
				if (method !== undefined) expect(Object.keys(node?.methods?.listSearch ?? {})).toContain(method);
			}
		}
	});
});
