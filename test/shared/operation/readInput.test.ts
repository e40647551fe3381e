import { field } from '../../../nodes/shared/operation';
import { inputReader } from '../../../nodes/shared/operation/readInput';
import type { FieldSet } from '../../../nodes/shared/operation/field';

const readInput = <F extends FieldSet>(fields: F, values: Record<string, unknown>, vendorName: string, check?: Parameters<typeof inputReader<F>>[2]) =>
	inputReader(fields, vendorName, check)({ read: () => ({ ok: true, values }) });

const FIELDS: Array<[string, FieldSet[string], unknown]> = [
	['a required text', field.requiredText({ displayName: 'The Field' }), ' \n'],
	['a required id', field.requiredId({ displayName: 'The Field' }), ''],
	['a numeric id', field.numericId({ displayName: 'The Field' }), 'abc'],
	['an optional numeric id', field.optionalNumericId({ displayName: 'The Field' }), '12x'],
	['a phone', field.optionalPhone({ displayName: 'The Field' }), '0555 1234'],
	['an e-mail', field.optionalEmail({ displayName: 'The Field' }), 'ada at example'],
	['a toggle', field.toggle({ displayName: 'The Field', initial: false }), 'maybe'],
	['a whole number', field.wholeNumber({ displayName: 'The Field', initial: 1, min: 1, max: 5 }), 6],
	['a choice', field.choice({ displayName: 'The Field', options: [{ name: 'A', value: 'a' }], initial: 'a' }), 'b'],
	['JSON', field.jsonObject({ displayName: 'The Field' }), '{"a":'],
	['a pick', field.pick({ displayName: 'The Field', search: 's', idPlaceholder: '1', required: true }), undefined],
	['named values', field.namedValues({ displayName: 'The Field' }), { assignments: [{ name: 'x', value: '{', type: 'object' }] }],
	['a text that is none', field.optionalText({ displayName: 'The Field' }), { a: 1 }],
	['extras', field.extras({ displayName: 'The Field', placeholder: 'Add', fields: { n: field.wholeNumber({ displayName: 'N', initial: 1, min: 1, max: 5 }) } }), { n: 9 }],
];

it.each(FIELDS)('%s that is wrong is refused by its name in the form, and says that nothing was sent', (_, theField, raw) => {
	const read = readInput({ x: theField }, { x: raw }, 'Vendor');
	expect(read).toMatchObject({
		ok: false,
		failure: { class: 'invalidInput', vendor: 'Vendor', message: expect.stringMatching(/^The Field: ./), fix: expect.stringMatching(/"The Field".*nothing was sent/) },
	});
	expect(JSON.stringify(read)).not.toMatch(/invalid_type|Expected|Required|undefined/);
});

it('the first wrong field is named, and valid ones before it are not', () => {
	const fields = { a: field.requiredId({ displayName: 'A' }), b: field.requiredId({ displayName: 'B' }), c: field.requiredId({ displayName: 'C' }) };
	expect(readInput(fields, { a: 'x', b: '', c: '' }, 'V')).toMatchObject({ failure: { message: expect.stringMatching(/^B: /) } });
});

it('a place inside a nested value is named too', () => {
	const fields = { more: field.extras({ displayName: 'More', placeholder: 'Add', fields: { n: field.wholeNumber({ displayName: 'N', initial: 1, min: 1, max: 5 }) } }) };
	expect(readInput(fields, { more: { n: 9 } }, 'V')).toMatchObject({ failure: { message: 'More: must be 5 or less (at n)' } });
});

it('a rule over several fields is asked last, and names its field', () => {
	const fields = { a: field.requiredId({ displayName: 'A' }), b: field.optionalId({ displayName: 'B' }) };
	const check = ({ a, b }: { a: string; b: string | undefined }) => (a === 'x' && b === undefined ? { displayName: 'B', message: 'is needed for x' } : undefined);
	expect(readInput(fields, { a: 'x', b: '' }, 'V', check)).toMatchObject({ ok: false, failure: { class: 'invalidInput', message: 'B: is needed for x' } });
	expect(readInput(fields, { a: 'y', b: '' }, 'V', check)).toMatchObject({ ok: true, input: { a: 'y' } });
	expect(readInput(fields, { a: '', b: '' }, 'V', check)).toMatchObject({ failure: { message: expect.stringMatching(/^A: /) } });
});
