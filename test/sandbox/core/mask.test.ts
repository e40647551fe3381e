import { maskBody, maskHeaders, maskUrl } from '../../../sandbox/core/mask';

const SECRET = 'sesame-open-12345';

it.each(['client_secret', 'access_token', 'refresh_token', 'code', 'code_verifier', 'token', 'password', 'passcode'])('a %s is shown nowhere', (name) => {
	expect(maskBody(JSON.stringify({ [name]: SECRET, other: 'kept' }))).not.toContain(SECRET);
	expect(maskBody(`grant=x&${name}=${SECRET}&other=kept`)).toMatch(/^(?!.*sesame).*other=kept$/);
	expect(maskUrl(`/oauth/tokens?${name}=${SECRET}&other=kept`)).toMatch(/^(?!.*sesame).*other=kept$/);
	expect(maskHeaders({ location: `https://n8n.test/callback?${name}=${SECRET}` }).location).not.toContain(SECRET);
});

it.each(['Authorization', 'X-Webhook-Secret', 'x-hub-signature', 'Api-Token', 'X-CleverTap-Passcode'])('the header %s keeps its first letters and its length', (name) => {
	expect(maskHeaders({ [name]: SECRET })[name]).toBe('sesa… (17 characters)');
});

it('what is no secret stays: a status code, an error code, a word that ends like one', () => {
	expect(maskBody('{"code":400202,"barcode":"x1","zipcode":"75001"}')).toBe('{"code":400202,"barcode":"x1","zipcode":"75001"}');
	expect(maskUrl('/things?zipcode=75001')).toBe('/things?zipcode=75001');
});
