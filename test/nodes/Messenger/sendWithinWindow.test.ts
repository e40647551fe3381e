import type { INodeParameters } from 'n8n-workflow';
import { decide } from '../../../nodes/Messenger/window';
import { closedNetwork } from '../../support/network';
import { api, failureOf, graphError, MARK, MESSAGES, oneOf, proved, PSID, takes } from './messenger';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const HOUR = 60 * 60_000;
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();
const SEND: INodeParameters = { resource: 'message', operation: 'sendWithinWindow', psid: PSID, text: 'Hi' };
const body = (type: object) => ({ recipient: { id: PSID }, ...type, message: { text: 'Hi', metadata: MARK } });
const RESPONSE = body({ messaging_type: 'RESPONSE' });
const UPDATE = body({ messaging_type: 'UPDATE' });
const HUMAN_AGENT = body({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });

describe('what goes out, and how', () => {
	it.each([
		['an answer in time', { lastInboundAt: ago(HOUR) }, RESPONSE, 'RESPONSE'],
		['something new in time', { lastInboundAt: ago(HOUR), purpose: 'UPDATE' }, UPDATE, 'UPDATE'],
		['a person\'s words in time: no tag is needed', { lastInboundAt: ago(HOUR), writtenBy: 'person' }, RESPONSE, 'RESPONSE'],
		['a person\'s words after a day', { lastInboundAt: ago(25 * HOUR), writtenBy: 'person' }, HUMAN_AGENT, 'HUMAN_AGENT'],
		['a person\'s words just before seven days', { lastInboundAt: ago(7 * 24 * HOUR - 60_000), writtenBy: 'person', purpose: 'UPDATE' }, HUMAN_AGENT, 'HUMAN_AGENT'],
		['a time in ms', { lastInboundAt: String(Date.now() - HOUR) }, RESPONSE, 'RESPONSE'],
		['a time in seconds', { lastInboundAt: String(Math.floor((Date.now() - HOUR) / 1000)) }, RESPONSE, 'RESPONSE'],
	])('%s', async (_, how, expected, sentAs) => {
		takes(expected, 'm_1');
		expect(await oneOf({ ...SEND, ...how })).toMatchObject({ messageId: 'm_1', sentAs });
	});

	it('a whole message as JSON', async () => {
		takes({ recipient: { id: PSID }, messaging_type: 'UPDATE', message: { attachment: { type: 'image', payload: { url: 'https://x.test/a.png' } }, metadata: MARK } });
		const message = '{"attachment": {"type": "image", "payload": {"url": "https://x.test/a.png"}}}';
		const sent = await oneOf({ ...SEND, lastInboundAt: ago(HOUR), content: 'json', message, purpose: 'UPDATE' });
		expect(Date.parse(String(sent.windowEndsAt))).toBeGreaterThan(Date.now() + 22 * HOUR);
	});
});

describe('what is refused before anything is sent', () => {
	it.each([
		['automation after a day', { lastInboundAt: ago(25 * HOUR) }, 'only a person may answer'],
		['a person after seven days', { lastInboundAt: ago(7 * 24 * HOUR + 60_000), writtenBy: 'person' }, '7 days'],
		['a person who never wrote', { lastInboundAt: '' }, 'never|ever written'],
	])('%s: windowClosed, with the reason', async (_, how, reason) => {
		expect(await failureOf({ ...SEND, ...how })).toMatchObject({ class: 'windowClosed', message: expect.stringMatching(`^Not sent: .*(${reason})`), fix: expect.stringContaining('utility template') });
	});

	it.each([
		['no time', { lastInboundAt: 'yesterday' }, /^Last Inbound At: must be a time/],
		['a time to come', { lastInboundAt: new Date(Date.now() + HOUR).toISOString() }, /^Last Inbound At: lies in the future/],
		['text and attachment together', { content: 'json', message: '{"text": "a", "attachment": {}}', lastInboundAt: ago(HOUR) }, /takes one of them/],
		['an empty message', { content: 'json', message: '{}', lastInboundAt: ago(HOUR) }, /^Message as JSON: is empty/],
	])('%s', async (_, how, message) => {
		expect(await failureOf({ ...SEND, ...how })).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(message) });
	});
});

it('Meta\'s own clock has the last word: the window that ended on the way is windowClosed too', async () => {
	api().post(MESSAGES, RESPONSE).query(proved()).reply(403, graphError(10, 2018278, '(#10) This message is sent outside of allowed window.'));
	expect(await failureOf({ ...SEND, lastInboundAt: ago(24 * HOUR - 500) })).toMatchObject({ class: 'windowClosed', code: '10/2018278', status: 403 });
});

describe('the decision, to the millisecond', () => {
	const at = (age: number, writtenBy: 'automation' | 'person') => decide({ lastInboundAt: 0, now: age, writtenBy, purpose: 'UPDATE' });

	it('24 hours are inside, one more is not', () => {
		expect(at(24 * HOUR, 'automation')).toEqual({ send: true, as: 'UPDATE' });
		expect(at(24 * HOUR + 1, 'automation')).toMatchObject({ send: false });
		expect(at(24 * HOUR + 1, 'person')).toEqual({ send: true, as: 'HUMAN_AGENT' });
	});

	it('7 days are inside, one more is not', () => {
		expect(at(7 * 24 * HOUR, 'person')).toEqual({ send: true, as: 'HUMAN_AGENT' });
		expect(at(7 * 24 * HOUR + 1, 'person')).toMatchObject({ send: false });
	});
});
