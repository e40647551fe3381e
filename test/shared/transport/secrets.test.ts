import fc from 'fast-check';
import { secretRemover } from '../../../nodes/shared/transport/secrets';

describe('secrets are taken out of a text', () => {
	it('wherever they stand, also nested ones', () => {
		const clean = secretRemover({ apiKey: 'abcdef-123456', oauthTokenData: { access_token: 'tok-987654321', callback: { value: 'deep-555555' } }, webhookSecret: 'long-secret-text' });
		expect(clean('Bearer abcdef-123456 / tok-987654321 / long-secret-text / deep-555555 / abcdef-123456')).toBe('Bearer … / … / … / … / …');
	});

	it('and nothing else is', () => {
		const clean = secretRemover({ apiKey: 'abcdef-123456', subdomain: 'company-name', baseUrl: 'https://company.example' });
		expect(clean('https://company.example company-name')).toBe('https://company.example company-name');
	});

	it('not even the scope that a token was granted: a failure has to name it', () => {
		const clean = secretRemover({ oauthTokenData: { access_token: 'tok-987654321', scope: 'tickets:read', token_type: 'bearer-token' } });
		expect(clean('tok-987654321 was granted tickets:read as bearer-token')).toBe('… was granted tickets:read as bearer-token');
	});

	it('whatever characters they hold', () => {
		const secret = fc.string({ minLength: 8, maxLength: 40 }).filter((text) => text.trim() !== '' && !text.includes('…'));
		fc.assert(fc.property(secret, fc.string(), fc.string(), (apiKey, before, after) => {
			expect(secretRemover({ apiKey })(`${before}${apiKey}${after}`)).not.toContain(apiKey);
		}));
	});
});
