import { signal } from '@preact/signals';
import type { EventLine, OpenText } from '../../pageTypes';
import { ALL_SHOWN, type Filter } from '../model/filter';
import { people } from './world';

export type CustomerTab = 'sms' | 'messenger' | 'inbox';
export type CompanyTab = 'zendesk' | 'braze' | 'clevertap';
export type Side = 'customer' | 'line' | 'company';

/** What the person at the page looks at. */
export const customer = signal('cust-42');
export const psid = signal<string | undefined>(undefined);
export const inboxUser = signal('cust-42');
export const ticketId = signal<number | undefined>(undefined);
export const customerTab = signal<CustomerTab>('sms');
export const companyTab = signal<CompanyTab>('zendesk');
/** On a narrow screen one side is shown at a time. */
export const side = signal<Side>('customer');
export const openEvent = signal<number | undefined>(undefined);
export const filter = signal<Filter>(ALL_SHOWN);
export const faultsOpen = signal(false);

/** Turns both sides to whom an event concerns. */
export function lookAt({ vendor, customer: who, summary }: EventLine): void {
	if (who !== undefined) {
		if (vendor === 'messenger') {
			psid.value = who;
			customerTab.value = 'messenger';
		} else if (vendor === 'sendbird-notifications' || vendor === 'sendbird') {
			inboxUser.value = who;
			customerTab.value = 'inbox';
		} else if (people.value.some(({ id }) => id === who)) {
			customer.value = who;
			customerTab.value = 'sms';
		}
	}
	const ticket = /\bticket (\d+)/.exec(summary)?.[1];
	if (ticket !== undefined) {
		ticketId.value = Number(ticket);
		companyTab.value = 'zendesk';
	}
}

/** Turns the page to the person a text belongs to, and to the ticket of a reply. */
export function lookAtText({ channel, customer: who, ticketId: ticket }: OpenText): void {
	if (channel === 'Messenger') psid.value = who;
	else customer.value = who;
	customerTab.value = channel === 'Messenger' ? 'messenger' : 'sms';
	if (ticket === undefined) return;
	ticketId.value = ticket;
	companyTab.value = 'zendesk';
}
