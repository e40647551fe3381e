import type { BrazeSandbox } from '../../../../sandbox/braze/harness';
import type { BrazeDrives } from '../braze';

const ADA = 'ada@example.com';
const TWO = [{ email: ADA }, { email: 'anna@example.com' }];
const EACH = { email: '={{ $json.email }}' };
const BY_EMAIL = { searchBy: 'email', email: ADA, returnAll: true };

const happens = async (sandbox: BrazeSandbox, happened: 'hard_bounce' | 'spam_report' | 'unsubscribe', count = 2) => {
	for (const { email } of TWO.slice(0, count)) await sandbox.control('POST', '/braze/addresses', { email, happened });
};
const lists = async (sandbox: BrazeSandbox) => (await sandbox.control('GET', '/braze/addresses')).body;
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const DATES = { searchBy: 'dates', startDate: day(-2), endDate: day(2), returnAll: true };

export const emailList: BrazeDrives = {
	getHardBounces: async (node, sandbox) => {
		await happens(sandbox, 'hard_bounce');
		expect((await node.all('emailList.getHardBounces', DATES)).map(({ email }) => email)).toEqual(expect.arrayContaining([ADA, 'anna@example.com']));
		expect(await node.one('emailList.getHardBounces', BY_EMAIL)).toMatchObject({ email: ADA, hard_bounced_at: expect.any(String) });
	},
	getUnsubscribes: async (node, sandbox) => {
		await happens(sandbox, 'unsubscribe', 1);
		const before = await node.all('emailList.getUnsubscribes', DATES);
		await node.all('emailList.updateStatus', { ...EACH, subscriptionState: 'unsubscribed' }, Array.from({ length: 501 }, (_, index) => ({ email: `a${index}@example.com` })));
		expect(await node.all('emailList.getUnsubscribes', DATES)).toHaveLength(before.length + 501);
		expect(node.called).toHaveLength(2);
		expect(await node.one('emailList.getUnsubscribes', BY_EMAIL)).toMatchObject({ email: ADA });
	},
	updateStatus: async (node, sandbox) => {
		await node.all('emailList.updateStatus', { ...EACH, subscriptionState: 'unsubscribed' }, TWO);
		expect(node.called).toHaveLength(1);
		expect((await sandbox.truth('cust-42')).fields).toMatchObject({ email_subscribe: 'unsubscribed' });
	},
	removeHardBounces: async (node, sandbox) => {
		await happens(sandbox, 'hard_bounce');
		await node.all('emailList.removeHardBounces', EACH, TWO);
		expect((await lists(sandbox)).hard_bounces).not.toContain(ADA);
	},
	removeSpam: async (node, sandbox) => {
		await happens(sandbox, 'spam_report');
		expect((await lists(sandbox)).spam).toContain(ADA);
		await node.all('emailList.removeSpam', EACH, TWO);
		expect((await lists(sandbox)).spam).not.toContain(ADA);
	},
	blocklist: async (node, sandbox) => {
		await node.all('emailList.blocklist', EACH, TWO);
		expect(await lists(sandbox)).toMatchObject({ hard_bounces: expect.arrayContaining([ADA]), unsubscribes: expect.arrayContaining([ADA]) });
	},
};

const PHONE = '+12025550142';
const phoneDies = async (sandbox: BrazeSandbox) => await sandbox.control('POST', '/braze/phones', { phone: PHONE, reason: 'deactivated' });

export const sms: BrazeDrives = {
	getInvalidPhones: async (node, sandbox) => {
		await phoneDies(sandbox);
		expect(await node.all('sms.getInvalidPhones', DATES)).toContainEqual(expect.objectContaining({ phone: PHONE, reason: 'deactivated' }));
		expect(await node.one('sms.getInvalidPhones', { searchBy: 'phones', phones: `${PHONE}, +12025550143`, returnAll: true })).toMatchObject({ phone: PHONE });
		expect(await node.all('sms.getInvalidPhones', { ...DATES, reason: 'provider_error' })).toEqual([]);
	},
	removeInvalidPhones: async (node, sandbox) => {
		await phoneDies(sandbox);
		await node.one('sms.removeInvalidPhones', { phone: PHONE });
		expect((await node.all('sms.getInvalidPhones', DATES)).map(({ phone }) => phone)).not.toContain(PHONE);
	},
};
