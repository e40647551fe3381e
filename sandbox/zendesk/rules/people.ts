import type { Rule } from '../../control/types';

/** Users, organizations, fields, deleted and suspended tickets, search beyond its wall. */
export const PEOPLE_RULES = {
	userDeleted: { text: 'a deleted user stays readable by id with active false and is in no list; identities and external_id are free again', certainty: 'unconfirmed' },
	userBusy: { text: 'a user with tickets that are not closed cannot be deleted: 422', certainty: 'unconfirmed' },
	userMerge: { text: 'merging users moves tickets and identities to the one that stays', certainty: 'documented' },
	autocompleteShort: { text: 'autocomplete wants at least two characters: 400', certainty: 'unconfirmed' },
	identityPrimary: { text: 'the only e-mail address of an agent stays', certainty: 'unconfirmed' },
	organizationName: { text: 'an organization needs a name that no other has', certainty: 'documented' },
	organizationMatch: { text: 'organizations/create_or_update matches id or external_id', certainty: 'documented' },
	organizationExternalId: { text: 'organizations/search?external_id= is exact and does not lag', certainty: 'documented' },
	fieldValue: { text: 'a value that a custom field of its type does not take is answered with 422', certainty: 'unconfirmed' },
	systemField: { text: 'system fields are not changed in their kind and not deleted', certainty: 'documented' },
	deletedTickets: { text: 'deleted tickets stand in deleted_tickets for 30 days: 10 requests per minute', certainty: 'documented' },
	suspendedTicket: { text: 'a suspended ticket is no ticket until it is recovered', certainty: 'documented' },
	exportType: { text: 'search/export wants filter[type] and no type: in the query: 400', certainty: 'documented' },
	exportLimit: { text: 'search/export: 100 requests per minute', certainty: 'documented' },
	exportCursor: { text: 'a cursor of search/export lives for one hour', certainty: 'documented' },
	deepList: { text: 'the ticket list past page 500: 50 requests per minute', certainty: 'documented' },
	webhooksFull: { text: 'a trial account holds 10 webhooks (a setting here)', certainty: 'documented' },
} as const satisfies Record<string, Rule>;
