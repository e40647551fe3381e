/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test reads a page of the docs */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify, messenger } from '../../../nodes/Messenger/api';
import { ERROR_RULES, ruleFor } from '../../../nodes/Messenger/errorCodes';
import type { Call } from '../../../nodes/shared/transport/call';
import { graphError, PAGE } from './messenger';

const SEND: Call = { method: 'POST', path: `/${PAGE}/messages`, body: { messaging_type: 'RESPONSE' } };
const answer = (code: number, subcode?: number, status = 400, headers = {}) => ({ status, headers, body: graphError(code, subcode) });
const told = (code: number, subcode?: number, status = 400) => classify(answer(code, subcode, status), SEND);

/** Code, subcode, class: after the facts, not after the table. */
const EXPECTED: Array<[number, number | undefined, string]> = [
	[1, undefined, 'unavailable'],
	[1, 99, 'unavailable'],
	[2, undefined, 'unavailable'],
	[1, 1357046, 'unknownOutcome'],
	[4, undefined, 'rateLimited'],
	[17, undefined, 'rateLimited'],
	[32, undefined, 'rateLimited'],
	[613, undefined, 'rateLimited'],
	[613, 2534040, 'rateLimited'],
	[80001, undefined, 'rateLimited'],
	[80002, undefined, 'rateLimited'],
	[80006, undefined, 'rateLimited'],
	[613, 2018338, 'policy'],
	[10, undefined, 'forbidden'],
	[10, 2018278, 'windowClosed'],
	[10, 2534022, 'windowClosed'],
	[10, 2018065, 'windowClosed'],
	[10, 2018108, 'recipientGone'],
	[10, 1893063, 'policy'],
	[10, 2018300, 'routing'],
	[100, 2018300, 'routing'],
	[2018300, undefined, 'routing'],
	[1545041, undefined, 'recipientGone'],
	[10, 2018321, 'unavailable'],
	[100, undefined, 'invalidInput'],
	[100, 1893061, 'invalidInput'],
	[100, 33, 'notFound'],
	[100, 2018001, 'recipientGone'],
	[100, 2018074, 'invalidInput'],
	[100, 2018014, 'invalidInput'],
	[190, undefined, 'unauthorized'],
	[190, 460, 'unauthorized'],
	[190, 463, 'unauthorized'],
	[190, 467, 'unauthorized'],
	[190, 492, 'unauthorized'],
	[200, undefined, 'forbidden'],
	[200, 2018028, 'forbidden'],
	[200, 1545041, 'recipientGone'],
	[551, 1545041, 'recipientGone'],
	[551, undefined, 'recipientGone'],
	[100, 1545041, 'recipientGone'],
	[230, undefined, 'notFound'],
	[2022, undefined, 'policy'],
	[100, 2018218, 'notFound'],
	[9000001, undefined, 'notFound'],
	[424242, undefined, 'invalidInput'],
];

describe.each(EXPECTED)('%s/%s', (code, subcode, failureClass) => {
	it.each([200, 400, 401, 403, 429, 500])(`is ${failureClass}, though it came as %i`, (status) => {
		expect(told(code, subcode, status)).toMatchObject({ class: failureClass, vendor: 'Facebook Messenger', code: subcode === undefined ? String(code) : `${code}/${subcode}` });
	});
});

it('tells Meta\'s words and the trace', () => {
	expect(told(100)).toMatchObject({ message: 'Messenger: Meta says no (fbtrace_id Trace1)' });
});

describe('the permission is named', () => {
	const fixFor = (call: Partial<Call>, message?: string) => classify({ status: 403, headers: {}, body: graphError(10, undefined, message) }, { ...SEND, ...call })?.fix;

	it.each<[string, Partial<Call>, string | undefined, string]>([
		['for a send', {}, undefined, 'pages_messaging'],
		['for the subscription', { path: `/${PAGE}/subscribed_apps` }, undefined, 'pages_manage_metadata'],
		['where Meta names it', {}, '(#10) Requires pages_read_engagement permission', 'pages_read_engagement'],
		['for Human Agent, which is a feature', { body: { tag: 'HUMAN_AGENT' } }, undefined, '"Human Agent"'],
		['for utility messages, by both of its names', { body: { messaging_type: 'UTILITY' } }, undefined, 'page_utility_messaging (pages_utility_messaging'],
	])('%s', (_, call, message, named) => expect(fixFor(call, message)).toContain(named));

	it('a missing proof is a matter of the app secret', () => {
		expect(classify({ status: 400, headers: {}, body: graphError(100, undefined, 'API calls from the server require an appsecret_proof argument') }, SEND)).toMatchObject({ class: 'unauthorized', fix: expect.stringContaining('App Secret') });
	});
});

describe('how long to wait', () => {
	const usage = (...minutes: number[]) => ({ 'x-business-use-case-usage': JSON.stringify({ [PAGE]: minutes.map((estimated) => ({ type: 'messenger', estimated_time_to_regain_access: estimated })) }) });

	it('is what the usage header says, the longest of all; five minutes where it says nothing', () => {
		expect(messenger.waitMs(answer(80006, undefined, 400, usage(3, 12)))).toBe(12 * 60_000);
		for (const headers of [{}, usage(0), { 'x-business-use-case-usage': 'nonsense' }]) expect(messenger.waitMs(answer(4, undefined, 400, headers))).toBe(5 * 60_000);
	});

	it('is nothing for an error that is no throttle, whatever its status', () => {
		expect(messenger.waitMs(answer(100, undefined, 429, usage(3)))).toBeUndefined();
	});
});

it('an answer from before Graph is told by its status', () => {
	const page = (status: number) => classify({ status, headers: {}, body: '<html>proxy</html>' }, SEND);
	expect([page(404), page(502), page(429), page(400)].map((failure) => failure?.class)).toEqual(['notFound', 'unavailable', 'rateLimited', 'invalidInput']);
	expect(page(200)).toBeUndefined();
});

it('no key has two rules, and every rule is found by its own key', () => {
	for (const rule of ERROR_RULES) expect(ruleFor(rule.code ?? -1, rule.subcode)).toBe(rule);
});

it('the docs list every rule, and no other', () => {
	const page = readFileSync(join(__dirname, '../../../docs/messenger-errors.md'), 'utf8');
	const AGAIN = { afterAWait: 'after the wait', ifSafe: 'reads only; a send is unknownOutcome', never: 'no' };
	const rows = ERROR_RULES.map(({ code, subcode, class: failureClass, meaning, again, fix }) => `| ${code ?? 'any'} | ${subcode ?? ''} | \`${failureClass}\` | ${meaning} | ${AGAIN[again]} | ${fix} |`);
	expect(page.split('\n').filter((line) => /^\| (any|\d)/.test(line))).toEqual(rows);
});

it('the docs say of every class, and of no other, what a workflow does', () => {
	const page = readFileSync(join(__dirname, '../../../docs/messenger-errors.md'), 'utf8');
	const [, table] = /## By class\n([\s\S]*?)\n## /.exec(page) ?? [];
	const told = table.split('\n').flatMap((line) => (line.startsWith('| `') ? [...line.split('|')[1].matchAll(/`(\w+)`/g)].map(([, name]) => name) : []));
	const raised = new Set(ERROR_RULES.map(({ class: failureClass }): string => failureClass));
	expect([...told].sort()).toEqual([...raised].sort());
});

it('a code that no rule knows is a passing trouble only where Meta says so', () => {
	const strange = (isTransient: boolean) => ({ status: 400, headers: {}, body: { error: { ...graphError(424242).error, is_transient: isTransient } } });
	expect([classify(strange(true), SEND)?.class, classify(strange(false), SEND)?.class]).toEqual(['unavailable', 'invalidInput']);
});
