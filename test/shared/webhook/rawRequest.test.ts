import type { IWebhookFunctions } from 'n8n-workflow';
import { header, rawBody } from '../../../nodes/shared/webhook/rawRequest';

const given = (request: object, headers: object = {}): IWebhookFunctions =>
	({ getRequestObject: () => request, getHeaderData: () => headers }) as unknown as IWebhookFunctions;

describe('the raw body', () => {
	it('is the bytes that n8n kept', async () => {
		expect((await rawBody(given({ rawBody: Buffer.from('{"ü":1}') }))).toString('utf8')).toBe('{"ü":1}');
	});

	it('is read on demand, for content types that n8n does not parse', async () => {
		const request: { rawBody?: Buffer; readRawBody: () => Promise<void> } = {
			readRawBody: async () => {
				request.rawBody = Buffer.from('late');
			},
		};
		expect((await rawBody(given(request))).toString('utf8')).toBe('late');
	});

	it('is empty where there is none', async () => {
		expect(await rawBody(given({}))).toHaveLength(0);
	});
});

it('a header is found whatever its case, the first where it was sent twice', () => {
	const context = given({}, { authorization: 'Bearer a', 'x-two': ['1', '2'], 'x-odd': 7 });
	expect([header(context, 'Authorization'), header(context, 'X-Two'), header(context, 'x-odd'), header(context, 'x-none')]).toEqual(['Bearer a', '1', undefined, undefined]);
});
