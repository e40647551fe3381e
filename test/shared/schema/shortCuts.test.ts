import fc from 'fast-check';
import { field, type Field } from '../../../nodes/shared/operation';
import { shortCutOf } from '../../../nodes/shared/schema';

const ABOUT = { displayName: 'It' };
const text = field.requiredText(ABOUT);
const named = field.namedValues(ABOUT);

const FIELDS: Array<[string, Field<unknown>]> = [
	['required text', text],
	['optional text', field.optionalText(ABOUT)],
	['required ID', field.requiredId(ABOUT)],
	['optional ID', field.optionalId(ABOUT)],
	['pick', field.pick({ ...ABOUT, search: 'search', idPlaceholder: '7', required: true })],
	['named values', named],
	['text that may be hidden', field.shownWhen({ other: ['a'] }, text)],
	['named values that may be hidden', field.shownWhen({ other: ['a'] }, named)],
];

const words = fc.oneof(fc.string(), fc.constantFrom(' 7', '7 ', '', ' ', '\ud83d', '🎉', 'true', ' False ', '1e3', '0x10', 'NaN', 'Infinity', '{"a":1}', '[', '{{ $json }}'));
const assignment = fc.record({ name: fc.oneof(words, fc.integer()), value: fc.oneof(words, fc.integer(), fc.constant(null), fc.jsonValue()), type: fc.oneof(fc.constantFrom('string', 'number', 'boolean', 'object', 'array', 'any', 7), words) }, { requiredKeys: [] });
const values = fc.oneof(words, fc.anything(), fc.record({ assignments: fc.array(assignment, { maxLength: 4 }) }));

describe.each(FIELDS)('the short cut of %s', (_, { schema }) => {
	it('gives nothing that the schema would not give', () => {
		const shortCut = shortCutOf(schema);
		expect(shortCut).toBeDefined();
		fc.assert(
			fc.property(values, (value) => {
				const plain = shortCut?.(value);
				if (plain !== undefined) expect(schema.safeParse(value)).toEqual({ success: true, data: plain });
			}),
			{ numRuns: 2000 },
		);
	});
});

it('takes what people mostly give', () => {
	expect(shortCutOf(text.schema)?.('Hello\nyou')).toBe('Hello\nyou');
	expect(shortCutOf(named.schema)?.({ assignments: [{ id: '1', name: 'order', value: 'A-7', type: 'string' }, { name: 'total', value: '7.5', type: 'number' }] })).toEqual({ order: 'A-7', total: 7.5 });
});
