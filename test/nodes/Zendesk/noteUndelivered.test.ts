import { undeliveredNote } from '../../../nodes/Zendesk/conversation/undeliveredNote';
import { FAILURE_CLASSES } from '../../../nodes/shared/transport/failure';
import { closedNetwork } from '../../support/network';
import { api, audits, CLOSED_422, oneOf, show, ticket } from './zendesk';

closedNetwork();

const NOTE = {
	resource: 'conversation',
	operation: 'noteUndelivered',
	ticketId: '77',
	commentId: '501',
	failure: '={{ { "class": "optedOut", "message": "opted out", "fix": "wait" } }}',
};

const MARK = 'undelivered:501:optedOut';

it('adds one internal note, in plain words, and leaves the status as it is', async () => {
	show(77, ticket({ status: 'solved' }));
	audits(77);
	api()
		.put('/api/v2/tickets/77', {
			ticket: { comment: { body: /comment 501.*STOP/, public: false }, metadata: { deliveryId: MARK }, safe_update: true, updated_stamp: '2026-11-21T12:00:00Z' },
		})
		.reply(200, { ticket: ticket({ status: 'solved' }) });
	expect(await oneOf(NOTE)).toMatchObject({ ticketId: '77', commentId: '501', action: 'appended', note: expect.stringContaining('opted out') });
});

it('the same failure of the same reply is noted once', async () => {
	show(77, ticket());
	audits(77, [MARK]);
	expect(await oneOf(NOTE)).toMatchObject({ action: 'duplicate' });
});

it('takes the failure as the error output gives it, or as JSON text', async () => {
	show(77, ticket());
	audits(77, [MARK]);
	expect(await oneOf({ ...NOTE, failure: '{"class": "optedOut", "message": "m", "fix": "f", "status": 400, "vendor": "Braze"}' })).toMatchObject({ action: 'duplicate' });
});

it('a ticket that is closed takes no note, which is a failure and no success', async () => {
	show(77, ticket());
	audits(77);
	api().put('/api/v2/tickets/77').reply(422, CLOSED_422);
	expect(await oneOf(NOTE)).toMatchObject({ error: { class: 'closed', vendor: 'Zendesk Support' } });
});

it('no such ticket, or no failure to tell of, is refused with a word on the wiring', async () => {
	show(77);
	expect(await oneOf(NOTE)).toMatchObject({ error: { class: 'invalidInput', message: expect.stringContaining('77') } });
	show(77, ticket());
	expect(await oneOf({ ...NOTE, failure: '{}' })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringMatching(/^Failure: /) } });
});

describe('the sentence', () => {
	it.each(FAILURE_CLASSES)('%s: names the reply and what to do', (failureClass) => {
		const note = undeliveredNote('501', { class: failureClass, message: 'The platform said no', fix: 'Call the customer.' });
		expect(note).toMatch(/^The reply above \(comment 501\) (was not sent|may or may not have reached)/);
		expect(note.trim()).toMatch(/\.$/);
		expect(note).not.toMatch(/undefined|\.\./);
	});

	it('says of an unknown outcome neither that it was sent nor that it was not', () => {
		expect(undeliveredNote('501', { class: 'unknownOutcome', message: '', fix: '' })).toContain('may or may not');
	});
});
