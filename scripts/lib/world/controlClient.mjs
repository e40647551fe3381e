/** @typedef {import('../../../sandbox/control/types').SandboxEvent} SandboxEvent */

/** The control API of the sandbox (its shapes: sandbox/control/types.ts). */
export class ControlClient {
	/** @param {string} url the ready line's `control` */
	constructor(url) {
		this.url = url;
	}

	async call(method, path, body) {
		const answer = await fetch(`${this.url}${path}`, {
			method,
			headers: body === undefined ? {} : { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(60_000),
		});
		const text = await answer.text();
		if (!answer.ok) throw new Error(`the sandbox answered ${answer.status} to ${method} /_sandbox${path}: ${text}`);
		return text === '' ? undefined : JSON.parse(text);
	}

	reset = () => this.call('POST', '/reset');

	age = (seconds) => this.call('POST', '/age', { seconds });

	/** @param {import('../../../sandbox/control/types').Fault} fault */
	fault = (fault) => this.call('POST', '/faults', fault);

	endFaults = () => this.call('DELETE', '/faults');

	/** Holds up to `wait` ms until something newer than `after` is there. */
	events = (after = 0, wait = 0) => this.call('GET', `/events?after=${after}&wait=${wait}`);

	/** @param {import('../../../sandbox/control/types').BrazeConnect} connection */
	connectBraze = (connection) => this.call('POST', '/braze/connect', connection);

	/**
	 * @param {import('../../../sandbox/braze/controls/controlTypes').NewCustomer} person
	 * @returns {Promise<import('../../../sandbox/braze/controls/controlTypes').CreatedCustomer>}
	 */
	signUp = (person) => this.call('POST', '/customers', person);

	/** @param {import('../../../sandbox/control/types').CustomerText} message */
	customerTexts = (customer, message) => this.call('POST', `/customer/${encodeURIComponent(customer)}/messages`, message);

	/**
	 * What Braze really holds of a customer, whatever a read would show yet. Looking here costs none of the vendors' limits and is no event.
	 * @returns {Promise<import('../../../sandbox/braze/controls/controlTypes').ProfileTruth>}
	 */
	brazeProfile = (customer) => this.call('GET', `/braze/profiles/${encodeURIComponent(customer)}`);

	/** What Zendesk really holds, in the shapes of its API. */
	zendeskTickets = async (externalId) => (await this.call('GET', `/zendesk/tickets?external_id=${encodeURIComponent(externalId)}`)).tickets;

	/** @returns {Promise<import('../../../sandbox/control/types').ZendeskTicketTruth>} */
	zendeskTicket = (id) => this.call('GET', `/zendesk/tickets/${id}`);

	zendeskUsers = async () => (await this.call('GET', '/zendesk/users')).users;

	/** Each with its `secret` and its `invocations`. */
	zendeskWebhooks = async () => (await this.call('GET', '/zendesk/webhooks')).webhooks;

	/** @returns {Promise<import('../../../sandbox/control/types').PhoneMessage[]>} */
	phone = async (customer) => (await this.call('GET', `/customer/${encodeURIComponent(customer)}/phone`)).messages;

	/** @param {import('../../../sandbox/control/types').AgentReply} reply */
	agentReplies = (ticketId, reply) => this.call('POST', `/agent/${ticketId}/replies`, reply);

	agentSets = (ticketId, status) => this.call('POST', `/agent/${ticketId}/status`, { status });

	/** @param {import('../../../sandbox/control/types').EmailTicket} ticket */
	emailTicket = async (ticket) => (await this.call('POST', '/agent/email-tickets', ticket)).ticketId;

	/** The marketer edits a campaign; the names are the sandbox's. @param {import('../../../sandbox/braze/controls/controlTypes').CampaignSettings} settings */
	brazeCampaign = (id, settings) => this.call('POST', `/braze/campaigns/${encodeURIComponent(id)}`, settings);

	/** Somebody who never wrote to the Page. @returns {Promise<import('../../../sandbox/messenger/controls/controlTypes').PersonTruth>} */
	newPerson = (person) => this.call('POST', '/messenger/persons', person);

	/**
	 * @param {string} psid
	 * @param {'messages' | 'postbacks' | 'optins' | 'referrals' | 'reads' | 'block' | 'inbox'} what
	 */
	personDoes = (psid, what, content = {}) => this.call('POST', `/messenger/persons/${psid}/${what}`, content);

	/** Both directions, as the person sees them. @returns {Promise<import('../../../sandbox/control/types').ChatMessage[]>} */
	chat = async (psid) => (await this.call('GET', `/messenger/persons/${psid}/chat`)).messages;

	/** @param {import('../../../sandbox/control/types').MessengerApp} settings */
	messengerApp = (settings) => this.call('POST', '/messenger/app', settings);

	/** @returns {Promise<import('../../../sandbox/control/types').MessengerSubscriptions>} */
	messengerSubscriptions = () => this.call('GET', '/messenger/subscriptions');
}
