import { maskBody, maskHeaders, maskUrl } from '../../../sandbox/core/mask';

const WORD = 'sesame-open-12345';

it.each(['client_secret', 'access_token', 'refresh_token', 'code', 'code_verifier', 'token', 'password', 'passcode'])('a %s is shown nowhere', (name) => {
	expect(maskBody(JSON.stringify({ [name]: WORD, other: 'kept' }))).not.toContain(WORD);
	expect(maskBody(`grant=x&${name}=${WORD}&other=kept`)).toMatch(/^(?!.*sesame).*other=kept$/);
	expect(maskUrl(`/oauth/tokens?${name}=${WORD}&other=kept`)).toMatch(/^(?!.*sesame).*other=kept$/);
	expect(maskHeaders({ location: `https://n8n.test/callback?${name}=${WORD}` }).location).not.toContain(WORD);
});

it.each(['Authorization', 'X-Webhook-Secret', 'x-hub-signature', 'Api-Token', 'X-CleverTap-Passcode'])('the header %s keeps its first letters and its length', (name) => {
	expect(maskHeaders({ [name]: WORD })[name]).toBe('sesa… (17 characters)');
});

it('what is no secret stays: a status code, an error code, a word that ends like one', () => {
	expect(maskBody('{"code":400202,"barcode":"x1","zipcode":"75001"}')).toBe('{"code":400202,"barcode":"x1","zipcode":"75001"}');
	expect(maskUrl('/things?zipcode=75001')).toBe('/things?zipcode=75001');
});
