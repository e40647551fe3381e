import { planSetUp, type Step } from '../../../../nodes/Zendesk/integration/plan';
import { planTearDown } from '../../../../nodes/Zendesk/integration/planTearDown';
import { cutOver } from '../../../../nodes/Zendesk/integration/told';
import { subscribedElsewhere } from '../../../../nodes/Zendesk/integration/live';
import { BRAZE_URL, directWanted, empty, handMade, N8N_URL, n8nWanted, NAMES, standing, triggerOf, userField, webhook } from './account';

const actions = (steps: Step[]) => steps.map(({ kind, action }) => [kind, action]);
const named = (steps: Step[], name: string) => steps.find((step) => step.name === name);

describe('an account where nothing stands', () => {
	it('gets field, category, webhook and both triggers, in this order', () => {
		expect(actions(planSetUp(n8nWanted(), empty).steps)).toEqual([['userField', 'create'], ['category', 'create'], ['webhook', 'create'], ['trigger', 'create'], ['trigger', 'create']]);
	});

	it('without trigger categories gets none', () => {
		expect(actions(planSetUp(n8nWanted(), { ...empty, categories: undefined }).steps)).not.toContainEqual(['category', 'create']);
	});

	it('two addresses are two webhooks', () => {
		const { steps } = planSetUp(n8nWanted('https://n8n.test/webhook/solved/webhook'), empty);
		expect(steps.filter(({ kind }) => kind === 'webhook')).toHaveLength(2);
	});
});

describe.each([['n8n', n8nWanted()], ['direct', directWanted()]])('a set-up of this kind that stands: %s', (_, wanted) => {
	it('is kept, all of it: a second run changes nothing', () => {
		const { steps, live } = planSetUp(wanted, standing(wanted));
		expect([steps.every(({ action }) => action === 'keep'), live]).toEqual([true, []]);
	});

	it('is kept where Zendesk writes the same in another way', () => {
		const found = standing(wanted);
		const [reply, solved] = found.triggers;
		const shuffled = { ...reply, conditions: { all: [...reply.conditions.all].reverse().map((condition) => ({ ...condition, operator: condition.operator === 'is' ? null : condition.operator, value: condition.value ?? '' })), any: [] } };
		expect(planSetUp(wanted, { ...found, triggers: [shuffled, solved] }).steps.every(({ action }) => action === 'keep')).toBe(true);
	});

	it.each([
		['switched off', { active: false }, 'active'],
		['in another category', { category_id: '8' }, 'category_id'],
		['with a condition less', { conditions: { all: [], any: [] } }, 'conditions.all'],
		['with another body', { actions: [{ field: 'notification_webhook', value: ['w1', '{}'] }] }, 'body'],
		['calling another webhook', { actions: [{ field: 'notification_webhook', value: ['w2', wanted.triggers[0].body] }] }, 'webhook'],
	])('a trigger %s differs, and in what', (__, more, field) => {
		const found = standing(wanted);
		const { steps } = planSetUp(wanted, { ...found, triggers: [triggerOf(wanted, 'reply', more), found.triggers[1]] });
		expect(named(steps, NAMES.reply)).toMatchObject({ action: 'differs', id: 't-reply', differences: [{ field }] });
	});

	it.each([['status', { status: 'inactive' }], ['http_method', { http_method: 'GET' }], ['request_format', { request_format: 'xml' }], ['authentication', { authentication: null }]])('a webhook of another %s differs', (field, more) => {
		const found = standing(wanted);
		expect(named(planSetUp(wanted, { ...found, webhooks: [{ ...found.webhooks[0], ...more }] }).steps, NAMES.webhook)).toMatchObject({ action: 'differs', differences: [{ field }] });
	});

	it('a webhook of which Zendesk does not say how it signs in is not suspected', () => {
		const found = standing(wanted);
		expect(named(planSetUp(wanted, { ...found, webhooks: [{ ...found.webhooks[0], authentication: undefined }] }).steps, NAMES.webhook)).toMatchObject({ action: 'keep' });
	});
});

describe('the guide\'s hand-made set-up', () => {
	it('beside n8n is live: ours is made switched off, and a second run leaves it so', () => {
		const wanted = n8nWanted();
		const { live, steps } = planSetUp(wanted, { ...empty, userField, ...handMade() });
		expect(live.map(({ triggerId, part, endpoint }) => [triggerId, part, endpoint])).toEqual([['501', 'reply', BRAZE_URL], ['502', 'solved', BRAZE_URL]]);
		expect(steps.filter(({ kind }) => kind === 'trigger')).toMatchObject([{ action: 'create', active: false }, { action: 'create', active: false }]);

		const found = standing(wanted);
		const both = { ...found, webhooks: [...found.webhooks, ...handMade().webhooks], triggers: [triggerOf(wanted, 'reply', { active: false }), triggerOf(wanted, 'solved', { active: false }), ...handMade().triggers] };
		expect(planSetUp(wanted, both).steps.every(({ action }) => action === 'keep')).toBe(true);
	});

	it('once switched off leaves ours to be switched on', () => {
		const wanted = n8nWanted();
		const off = handMade().triggers.map((trigger) => ({ ...trigger, active: false }));
		const found = { ...standing(wanted), webhooks: [webhook(), ...handMade().webhooks], triggers: [triggerOf(wanted, 'reply', { active: false }), triggerOf(wanted, 'solved'), ...off] };
		expect(named(planSetUp(wanted, found).steps, NAMES.reply)).toMatchObject({ action: 'differs', differences: [{ field: 'active', wanted: true, found: false }] });
	});

	it('where the direct way is wanted is that way in another shape: found by what it waits for and whom it calls', () => {
		const { steps, live } = planSetUp(directWanted(), { ...empty, userField, categories: [{ id: '7', name: 'SMS' }], ...handMade() });
		expect(live).toEqual([]);
		const reply = named(steps, NAMES.reply);
		expect(reply).toMatchObject({ action: 'differs', id: '501' });
		expect(reply?.differences.map(({ field }) => field)).toEqual(['category_id', 'body', 'conditions.all']);
		expect(named(steps, NAMES.webhook)).toMatchObject({ action: 'keep', id: 'w-braze' });
	});

	it('with a webhook for each trigger, as the guide has it, is matched all the same', () => {
		const { webhooks, triggers } = handMade();
		const second = { ...webhooks[0], id: 'w-braze-2' };
		const apart = [triggers[0], { ...triggers[1], actions: [{ field: 'notification_webhook', value: ['w-braze-2', '{}'] }] }];
		const { steps, live } = planSetUp(directWanted(), { ...empty, userField, categories: [{ id: '7', name: NAMES.category }], webhooks: [...webhooks, second], triggers: apart });
		expect(live).toEqual([]);
		expect(steps.flatMap((step) => (step.kind === 'trigger' ? [[step.id, step.webhookId, step.differences.map(({ field }) => field)]] : []))).toEqual([
			['501', 'w-braze', ['body', 'conditions.all']],
			['502', 'w-braze-2', ['body', 'conditions.all']],
		]);
	});

	it('is told with the order of the cut-over and the way back', () => {
		const wanted = n8nWanted();
		const found = { ...empty, userField, ...handMade() };
		const told = cutOver(wanted, planSetUp(wanted, found), []);
		expect(told.warnings).toEqual([expect.stringMatching(/Répondre par SMS Braze.*every SMS goes out twice/)]);
		expect(told.cutOver).toEqual([expect.stringMatching(/Publish/), expect.stringMatching(/Adopt Open Tickets/), expect.stringMatching(/switch off "Répondre par SMS Braze" \(501\)/), expect.stringMatching(/Repair/), expect.stringMatching(/one SMS/)]);
		expect(told.wayBack).toEqual([expect.stringMatching(/switch off "Reply by SMS/), expect.stringMatching(/switch on "Répondre par SMS Braze" \(501\)/)]);
	});

	it('nothing to tell where nothing is doubled; a changed body in the direct way asks for Braze\'s text to change with it', () => {
		expect(cutOver(n8nWanted(), planSetUp(n8nWanted(), empty), [])).toEqual({ warnings: [] });
		expect(cutOver(directWanted(), planSetUp(directWanted(), { ...empty, userField, ...handMade() }), []).warnings).toEqual([expect.stringContaining('brazeMessage')]);
	});

	it('n8n\'s own event subscription beside it doubles, too', () => {
		const subscribed = webhook({ id: 'w-sub', name: 'n8n: Replies', endpoint: 'https://n8n.test/other', subscriptions: ['zen:event-type:ticket.comment_added'] });
		expect(subscribedElsewhere({ ...empty, webhooks: [webhook(), subscribed] })).toEqual([subscribed]);
		expect(cutOver(n8nWanted(), planSetUp(n8nWanted(), empty), [subscribed]).warnings).toEqual([expect.stringMatching(/n8n: Replies.*twice/)]);
	});
});

describe('tear-down', () => {
	const wish = { endpoints: [N8N_URL], category: NAMES.category, removeUserField: false };

	it('removes triggers, webhook and category, in this order, and keeps the user field', () => {
		const { remove, left } = planTearDown(wish, standing(n8nWanted()));
		expect(remove.map(({ kind, id }) => [kind, id])).toEqual([['trigger', 't-reply'], ['trigger', 't-solved'], ['webhook', 'w1'], ['category', '9']]);
		expect(left.map(({ kind }) => kind)).toEqual(['userField']);
	});

	it('with leave removes the user field, too', () => {
		expect(planTearDown({ ...wish, removeUserField: true }, standing(n8nWanted())).remove.at(-1)).toMatchObject({ kind: 'userField', id: '31' });
	});

	it('leaves what people made, and a webhook and category that they use', () => {
		const found = standing(n8nWanted());
		const byHand = triggerOf(n8nWanted(), 'reply', { id: 'hand', title: 'Mine', description: null });
		const { remove, left } = planTearDown(wish, { ...found, triggers: [...found.triggers, byHand] });
		expect(remove.map(({ id }) => id)).toEqual(['t-reply', 't-solved']);
		expect(left).toMatchObject([{ id: 'hand', why: expect.stringContaining('not made by') }, { id: 'w1', why: 'another trigger calls it' }, { id: '9', why: 'other triggers stand in it' }, { kind: 'userField' }]);
	});

	it('touches nothing of the guide\'s hand-made set-up', () => {
		const { remove, left } = planTearDown({ ...wish, endpoints: [BRAZE_URL] }, { ...empty, ...handMade() });
		expect([remove, left.map(({ id }) => id)]).toEqual([[], ['501', '502', 'w-braze']]);
	});
});
