import nock from 'nock';
import { closedNetwork, RESET } from '../../../support/network';
import { api, audits, byExternalId, CONTINUE, oneOf, OTHER_BODY_400, runZendesk, ticket } from '../zendesk';
import { COMMENT, create, MESSAGE, newTicket } from './message';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../../support/quickSleep')>('../../../support/quickSleep').quick);
closedNetwork();

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]);
const ONE = 'https://media.test/mms/ME1';

const picture = (path = '/mms/ME1', headers: Record<string, string> = { 'Content-Type': 'image/png' }, bytes = PNG) => nock('https://media.test').get(path).reply(200, bytes, headers);

/** Zendesk's uploads take the very bytes. */
const upload = (filename: string, token: string, type = 'image/png', bytes = PNG) =>
	api()
		.post('/api/v2/uploads', (body: unknown) => Buffer.from(String(body), 'hex').equals(bytes) || Buffer.from(String(body), 'latin1').equals(bytes))
		.query({ filename })
		.matchHeader('content-type', type)
		.reply(201, { upload: { token, attachment: { id: 5, file_name: filename } } });

const withMedia = (mediaUrls: string, text = 'Look:') => ({ ...MESSAGE, text, mediaUrls });

it('a picture becomes a file on the comment; its link is not repeated', async () => {
	byExternalId('sms:cust-42:1');
	picture();
	upload('ME1.png', 'tok-1');
	create(newTicket({ comment: { ...COMMENT, body: 'Look:', uploads: ['tok-1'] } })).reply(201, { ticket: ticket() });
	expect(await oneOf(withMedia(ONE))).toMatchObject({ action: 'created', media: [{ url: ONE, attached: true, name: 'ME1.png' }] });
});

it('two of them, appended to the open ticket: a picture alone is named, since Zendesk takes no empty comment', async () => {
	byExternalId('sms:cust-42:1', ticket());
	audits(77);
	picture('/mms/a.png');
	upload('a.png', 'tok-a');
	picture('/mms/b', { 'Content-Type': 'image/jpeg', 'Content-Disposition': 'inline; filename="my dog.jpg"' });
	upload('my dog.jpg', 'tok-b', 'image/jpeg');
	api().put('/api/v2/tickets/77', ({ ticket: sent }: { ticket: { comment: unknown } }) => {
		expect(sent.comment).toEqual({ ...COMMENT, body: '(a.png, my dog.jpg)', uploads: ['tok-a', 'tok-b'] });
		return true;
	}).reply(200, { ticket: ticket() });
	await oneOf(withMedia('https://media.test/mms/a.png, https://media.test/mms/b', ''));
});

it('a redirect is followed, each address checked anew', async () => {
	byExternalId('sms:cust-42:1');
	nock('https://media.test').get('/mms/ME1').reply(307, '', { Location: 'https://store.test/file/x.png' });
	nock('https://store.test').get('/file/x.png').reply(200, PNG, { 'Content-Type': 'image/png' });
	upload('x.png', 'tok-1');
	create(newTicket({ comment: { ...COMMENT, body: 'Look:', uploads: ['tok-1'] } })).reply(201, { ticket: ticket() });
	await oneOf(withMedia(ONE));
});

describe('what cannot be fetched stays below the text as a link, and the item says why', () => {
	it.each<[string, string, () => unknown, RegExp]>([
		['a missing one', ONE, () => nock('https://media.test').get('/mms/ME1').reply(404), /404/],
		['an unreachable one', ONE, () => nock('https://media.test').get('/mms/ME1').replyWithError(RESET), /could not be reached/],
		['a page', ONE, () => picture('/mms/ME1', { 'Content-Type': 'text/html' }), /text\/html/],
		['an SVG, which can hold a script', ONE, () => picture('/mms/ME1', { 'Content-Type': 'image/svg+xml' }), /svg/],
		['one without a type', ONE, () => picture('/mms/ME1', {}), /not told/],
		['an empty one', ONE, () => picture('/mms/ME1', { 'Content-Type': 'image/png' }, Buffer.alloc(0)), /empty/],
		['one of 21 MB', ONE, () => picture('/mms/ME1', { 'Content-Type': 'video/mp4' }, Buffer.alloc(21 * 1024 * 1024)), /larger than 20 MB/],
		['one in our own network', 'http://127.0.0.1/admin.png', () => undefined, /no public web address/],
		['the cloud\'s metadata', 'http://169.254.169.254/latest/meta-data', () => undefined, /no public web address/],
		['a redirect into our own network', ONE, () => nock('https://media.test').get('/mms/ME1').reply(302, '', { Location: 'http://10.0.0.5/secret' }), /no public web address/],
		['one on another port', 'https://media.test:8443/x.png', () => undefined, /port/],
		['a circle', ONE, () => nock('https://media.test').get('/mms/ME1').times(4).reply(302, '', { Location: ONE }), /one address to the next/],
	])('%s', async (_, url, answer, why) => {
		byExternalId('sms:cust-42:1');
		answer();
		create(newTicket({ comment: { ...COMMENT, body: `Look:\n${url}` } })).reply(201, { ticket: ticket() });
		expect(await oneOf(withMedia(url))).toMatchObject({ action: 'created', media: [{ url, attached: false, why: expect.stringMatching(why) }] });
	});

	it('one that Zendesk refuses, beside one that it takes', async () => {
		byExternalId('sms:cust-42:1');
		picture('/mms/a.png');
		api().post('/api/v2/uploads').query(true).reply(422, { error: 'AttachmentUnprocessable', description: 'This file type is not allowed' });
		picture('/mms/b.png');
		upload('b.png', 'tok-b');
		create(newTicket({ comment: { ...COMMENT, body: 'Look:\nhttps://media.test/mms/a.png', uploads: ['tok-b'] } })).reply(201, { ticket: ticket() });
		expect(await oneOf(withMedia('https://media.test/mms/a.png, https://media.test/mms/b.png'))).toMatchObject({ media: [{ attached: false, why: expect.stringContaining('not allowed') }, { attached: true }] });
	});
});

it('a host of a sandbox may be allowed', async () => {
	byExternalId('sms:cust-42:1');
	nock('http://127.0.0.1:4010').get('/m/1.png').reply(200, PNG, { 'Content-Type': 'image/png' });
	upload('1.png', 'tok-1');
	create(newTicket({ comment: { ...COMMENT, body: 'Look:', uploads: ['tok-1'] } })).reply(201, { ticket: ticket() });
	await oneOf({ ...withMedia('http://127.0.0.1:4010/m/1.png'), more: { allowedPrivateHosts: '127.0.0.1:4010' } });
});

describe('a delivery that comes again', () => {
	it('uploads nothing where the audits hold it', async () => {
		byExternalId('sms:cust-42:1', ticket());
		audits(77, ['d1:cust-42']);
		expect(await oneOf(withMedia(ONE))).toMatchObject({ action: 'duplicate' });
	});

	it('has other upload tokens and so another body under its key: the ticket itself tells that it was the same', async () => {
		byExternalId('sms:cust-42:1');
		picture();
		upload('ME1.png', 'tok-2');
		create(newTicket({ comment: { ...COMMENT, body: 'Look:', uploads: ['tok-2'] } })).reply(400, OTHER_BODY_400);
		byExternalId('sms:cust-42:1', ticket());
		audits(77, ['d1:cust-42']);
		expect(await oneOf(withMedia(ONE))).toMatchObject({ action: 'duplicate', ticketId: '77' });
	});

	it('is fetched and uploaded once, however often the ticket changes meanwhile', async () => {
		byExternalId('sms:cust-42:1', ticket());
		audits(77);
		picture();
		upload('ME1.png', 'tok-1');
		const put = () => api().put('/api/v2/tickets/77', ({ ticket: sent }: { ticket: { comment: { uploads: string[] } } }) => sent.comment.uploads[0] === 'tok-1');
		put().reply(409, { error: 'UpdateConflict' });
		api().get('/api/v2/tickets/77').reply(200, { ticket: ticket({ updated_at: '2026-11-21T12:00:09Z' }) });
		audits(77);
		put().reply(200, { ticket: ticket() });
		const { error } = await runZendesk(withMedia(ONE), [{}], CONTINUE);
		expect(error).toBeUndefined();
	});
});

