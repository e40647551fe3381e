import fc from 'fast-check';
import { field } from '../../../nodes/shared/operation';
import { HIDDEN, type Field } from '../../../nodes/shared/operation/field';

const LOOK = { displayName: 'The Field' };
const read = <T>(theField: Field<T>, raw: unknown): T => theField.schema.parse(raw);
const refuses = (theField: Field<unknown>, raw: unknown): boolean => !theField.schema.safeParse(raw).success;

describe('texts', () => {
	it('a text stays as it was written, blanks and all', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== ''), (text) => {
			expect(read(field.requiredText(LOOK), text)).toBe(text);
			expect(read(field.optionalText(LOOK), text)).toBe(text);
		}));
	});

	it.each(['', '  ', '\n', null, undefined])('%p is no text', (raw) => {
		expect(refuses(field.requiredText(LOOK), raw)).toBe(true);
		expect(read(field.optionalText(LOOK), raw)).toBeUndefined();
		expect(read(field.optionalId(LOOK), raw)).toBeUndefined();
		expect(read(field.optionalNumericId(LOOK), raw)).toBeUndefined();
		expect(read(field.optionalPhone(LOOK), raw)).toBeUndefined();
		expect(read(field.optionalEmail(LOOK), raw)).toBeUndefined();
	});

	it('an id is trimmed, and a number is one', () => {
		expect(read(field.requiredId(LOOK), ' cust-42\n')).toBe('cust-42');
		expect(read(field.requiredId(LOOK), 42)).toBe('42');
	});
});

describe('numeric ids', () => {
	it('are taken as digits or number', () => {
		expect(read(field.numericId(LOOK), '35436')).toBe(35436);
		expect(read(field.numericId(LOOK), 35436)).toBe(35436);
	});

	it('are exact or refused: a rounded id is another ticket', () => {
		fc.assert(fc.property(fc.bigInt({ min: 1n, max: 9_999_999_999_999_999_999n }), (id) => {
			const parsed = field.numericId(LOOK).schema.safeParse(String(id));
			if (parsed.success) expect(BigInt(parsed.data)).toBe(id);
		}));
	});

	it.each(['1.5', '-1', '1e3', '0x10', '١٢', 'x'])('%p is none', (raw) => expect(refuses(field.numericId(LOOK), raw)).toBe(true));
});

it('phones are E.164', () => {
	expect(read(field.optionalPhone(LOOK), ' +15551234567 ')).toBe('+15551234567');
	for (const wrong of ['15551234567', '+0555', '+1 555 123', '+1234567890123456', '+']) expect(refuses(field.optionalPhone(LOOK), wrong)).toBe(true);
});

it('a list is comma-separated text or an array, without blanks', () => {
	expect(read(field.textList(LOOK), ' a, b ,,c ')).toEqual(['a', 'b', 'c']);
	expect(read(field.textList(LOOK), ['a', ' ', 7])).toEqual(['a', '7']);
	expect(read(field.textList(LOOK), undefined)).toEqual([]);
});

it('a toggle takes what expressions yield', () => {
	const toggle = field.toggle({ ...LOOK, initial: true });
	expect([true, false, 'true', 'false'].map((raw) => read(toggle, raw))).toEqual([true, false, true, false]);
});

it('a whole number has bounds and no fractions', () => {
	const number = field.wholeNumber({ ...LOOK, initial: 3, min: 1, max: 5 });
	expect(read(number, '5')).toBe(5);
	for (const wrong of [0, 6, 1.5, 'x', null, '']) expect(refuses(number, wrong)).toBe(true);
});

describe('named values', () => {
	const values = (assignments: object[]) => read(field.namedValues(LOOK), { assignments });

	it('have the type that was chosen beside them', () => {
		expect(values([
			{ name: 'open', value: 'true', type: 'boolean' },
			{ name: 'count', value: '7', type: 'number' },
			{ name: 'zip', value: '01234', type: 'string' },
			{ name: 'list', value: '["a"]', type: 'array' },
			{ name: 'step', value: { inc: 1 }, type: 'object' },
			{ name: ' spaced ', value: '', type: 'string' },
		])).toEqual({ open: true, count: 7, zip: '01234', list: ['a'], step: { inc: 1 }, spaced: '' });
	});

	it('are none where none are given', () => {
		expect(read(field.namedValues(LOOK), {})).toEqual({});
		expect(read(field.namedValues(LOOK), undefined)).toEqual({});
	});

	it('need names, and say which value is wrong', () => {
		expect(refuses(field.namedValues(LOOK), { assignments: [{ name: ' ', value: 1 }] })).toBe(true);
		const wrong = field.namedValues(LOOK).schema.safeParse({ assignments: [{ name: 'list', value: '[', type: 'array' }] });
		expect(wrong.error?.issues[0].message).toContain('"list"');
	});

	it('refuse a text where a number or a boolean was chosen: Braze would drop it in silence', () => {
		expect(refuses(field.namedValues(LOOK), { assignments: [{ name: 'count', value: 'many', type: 'number' }] })).toBe(true);
		expect(refuses(field.namedValues(LOOK), { assignments: [{ name: 'open', value: 'maybe', type: 'boolean' }] })).toBe(true);
	});
});

it('extras that were not added are absent, those added are checked', () => {
	const extras = field.extras({ displayName: 'More', placeholder: 'Add', fields: { a: field.optionalId(LOOK), n: field.wholeNumber({ ...LOOK, initial: 1, min: 1, max: 5 }) } });
	expect(read(extras, {})).toEqual({});
	expect(read(extras, { n: '2' })).toEqual({ n: 2 });
	expect(refuses(extras, { n: 9 })).toBe(true);
});

it('a field that is shown only sometimes is absent when hidden or left blank; the operation\'s check asks for it', () => {
	const shown = field.shownWhen({ kind: ['alias'] }, field.requiredId(LOOK));
	expect(read(shown, HIDDEN)).toBeUndefined();
	expect(read(shown, '')).toBeUndefined();
	expect(read(shown, ' messenger ')).toBe('messenger');
	expect(refuses(shown, { a: 1 })).toBe(true);
});
