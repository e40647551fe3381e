import { formsOf } from '../../../sandbox/page/client/company/forms';
import { campaignOf, newestOf } from '../../../sandbox/page/client/company/playFigures';
import type { Play } from '../../../sandbox/page/pageTypes';

const call = (path: string, body?: unknown) => ({ method: 'POST' as const, path, body });

describe('the campaign whose figures stand beside a button', () => {
	it('is the one that the calls start', () => {
		expect(campaignOf({ calls: [call('/braze/webhook-sends', { name: 'Order shipped', as: 'canvas' })] })).toEqual({ kind: 'canvas', name: 'Order shipped', anew: false });
		expect(campaignOf({ calls: [call('/braze/webhook-sends', { name: 'Order shipped', as: 'campaign' })] })).toEqual({ kind: 'campaign', name: 'Order shipped', anew: false });
		expect(campaignOf({ calls: [call('/clevertap/webhooks', { name: 'w' }), call('/clevertap/campaigns/single', {}), call('/clevertap/campaigns/single/start', {})] })).toEqual({ kind: 'campaign', name: 'single', anew: false });
		expect(campaignOf({ calls: [call('/clevertap/campaigns', {}), call('/clevertap/campaigns/Spring%20sale%20{now}/start', {})] })).toEqual({ kind: 'campaign', name: 'Spring sale ', anew: true });
	});
	it('is none where none is started', () => {
		expect(campaignOf({ calls: [call('/messenger/persons/1/referrals', { ref: 'x' })] })).toBeUndefined();
		expect(campaignOf({ calls: [call('/braze/webhook-sends', 'no object')] })).toBeUndefined();
		expect(campaignOf({})).toBeUndefined();
	});
	it('is the newest of those that are made anew, and else the one of the very name', () => {
		const list = [{ name: 'Spring sale 10:02:00' }, { name: 'Spring sale 10:01:00' }, { name: 'single, old' }, { name: 'single' }];
		expect(newestOf({ kind: 'campaign', name: 'Spring sale ', anew: true }, list)).toBe(list[0]);
		expect(newestOf({ kind: 'campaign', name: 'single', anew: false }, list)).toBe(list[3]);
		expect(newestOf({ kind: 'campaign', name: 'gone', anew: false }, list)).toBeUndefined();
	});
});

describe('the forms of a console', () => {
	const form = (title: string, hint: string, more: Partial<Play> = {}): Play => ({ title, hint, console: 'braze', link: `http://n8n/${title}`, ...more });
	it('stand together by integration, in the order they came, without those of the other console and of a campaign', () => {
		const plays = [
			form('b', 'Two · Reads · as one · signs in'), form('a', 'One'), form('c', 'Two · Writes'),
			form('d', 'One · Elsewhere', { console: 'clevertap' }), form('e', 'One · Follows a start', { calls: [] }), form('f', 'One', { link: undefined }),
		];
		expect([...formsOf(plays, 'braze')]).toEqual([
			['Two', [{ title: 'b', link: 'http://n8n/b', hint: 'Reads · as one · signs in' }, { title: 'c', link: 'http://n8n/c', hint: 'Writes' }]],
			['One', [{ title: 'a', link: 'http://n8n/a', hint: '' }]],
		]);
	});
});
