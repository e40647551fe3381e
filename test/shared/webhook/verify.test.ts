import { createHmac } from 'crypto';
import fc from 'fast-check';
import { bearer, hmacSha256Base64, hmacSha256Hex, isFresh, sameSecret } from '../../../nodes/shared/webhook/verify';

describe('sameSecret', () => {
	it('holds for equal texts of any length, and for no others', () => {
		fc.assert(fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (secret, other) => {
			expect(sameSecret(secret, secret)).toBe(true);
			expect(sameSecret(secret, other)).toBe(secret === other);
		}));
	});

	it('an empty or missing secret matches nothing, not even itself', () => {
		expect(sameSecret('', '')).toBe(false);
		expect(sameSecret(undefined, undefined)).toBe(false);
		expect(sameSecret(undefined, '')).toBe(false);
		expect(sameSecret('secret', undefined)).toBe(false);
	});
});

describe('bearer', () => {
	it('takes the secret out of the header, whatever the case of the word', () => {
		expect(bearer('Bearer s3cr3t with blanks')).toBe('s3cr3t with blanks');
		expect(bearer('bearer  s3cr3t ')).toBe('s3cr3t');
	});

	it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic abc', 's3cr3t', ' Bearer s3cr3t'])('finds none in %p', (header) => {
		expect(bearer(header)).toBeUndefined();
	});
});

it('hmacSha256Base64 signs the parts as if they were one text', () => {
	const whole = createHmac('sha256', 'key').update('2021-03-25T05:09:27Z{"ü":1}').digest('base64');
	expect(hmacSha256Base64('key', '2021-03-25T05:09:27Z', Buffer.from('{"ü":1}'))).toBe(whole);
});

describe('isFresh', () => {
	const now = Date.parse('2026-11-21T12:00:00Z');

	it.each([
		['2026-11-21T12:00:00Z', true],
		['2026-11-21T11:55:00Z', true],
		['2026-11-21T11:54:59Z', false],
		['2026-11-21T12:05:00Z', true],
		['2026-11-21T12:05:01Z', false],
	])('%s within 300 s of noon: %p', (time, fresh) => {
		expect(isFresh(time, 300, now)).toBe(fresh);
	});

	it.each([undefined, '', 'yesterday', '300'])('%p is no time, so never fresh', (time) => {
		expect(isFresh(time, Number.POSITIVE_INFINITY, Number.NaN)).toBe(false);
		expect(isFresh(time, 300, now)).toBe(false);
	});

	it('a window that is no number lets nothing in', () => {
		expect(isFresh('2026-11-21T12:00:00Z', Number.NaN, now)).toBe(false);
	});
});

describe('hmacSha256Hex', () => {
	it('is what openssl makes, for texts and for bytes', () => {
		const digest = '9ce10a9e50c4ac76646d41ef56bbef08df8ed7ae3dabacce856ce78cfdfaa10a';
		expect(hmacSha256Hex('app-secret-0123456789abcdef', 'EAAG-page-token-123')).toBe(digest);
		expect(hmacSha256Hex('app-secret-0123456789abcdef', Buffer.from('EAAG-page-token-123'))).toBe(digest);
	});
});
