import type { Rule } from '../../control/types';

/** Triggers, their categories, their bodies. */
export const TRIGGER_RULES = {
	triggerReplaces: { text: 'an update of a trigger replaces all its conditions and actions', certainty: 'documented' },
	triggerNoAction: { text: 'a trigger without an action is answered with 422 "Trigger must contain at least one action"', certainty: 'documented' },
	triggerNoCondition: { text: 'a trigger without a condition is answered with 422', certainty: 'unconfirmed' },
	triggerField: { text: 'a condition or action of an unknown field, or with an operator that the field does not know, is answered with 422', certainty: 'unconfirmed' },
	triggerTitle: { text: 'a trigger needs a title', certainty: 'documented' },
	triggerCategory: { text: 'category_id is a text; a category that does not exist is answered in the list shape (404, or 400 where a trigger names it: unconfirmed)', certainty: 'documented' },
	triggerCategoryRequired: { text: 'an account may ask for a category on each trigger (a setting here)', certainty: 'observed' },
	triggerWebhook: { text: 'notification_webhook names a standing webhook for triggers and automations, else 422', certainty: 'unconfirmed' },
	triggerBodyLong: { text: 'the body of a notification_webhook has at most 16,000 characters', certainty: 'observed' },
	categoryNotEmpty: { text: 'a category with active triggers cannot be deleted: 400 in the list shape', certainty: 'documented' },
	categoryName: { text: 'a trigger category needs a name: 400 in the list shape', certainty: 'documented' },
	triggerOnce: { text: 'triggers run in the order of their positions, each at most once an update; what one changes can fire the others', certainty: 'unconfirmed' },
	triggerClosed: { text: 'triggers do not run on a ticket that is closed', certainty: 'unconfirmed' },
	triggerWebhookGone: { text: 'a trigger whose webhook is gone or inactive tells nobody', certainty: 'unconfirmed' },
	triggerUnmodelled: { text: 'mail and other notifications of triggers are kept but not sent', certainty: 'sandbox' },
	placeholdersPlain: { text: 'a placeholder in a webhook is rendered as plain text, never HTML, whatever its name says', certainty: 'documented' },
	placeholdersEscaped: { text: 'quotes and line breaks are escaped in JSON bodies, but not in custom fields and in loops over comments (a setting here)', certainty: 'unconfirmed' },
	placeholdersBroken: { text: 'a body whose Liquid cannot be read goes out as it was typed', certainty: 'unconfirmed' },
	bodyNotJson: { text: 'a body that is not JSON is sent as it is', certainty: 'unconfirmed' },
} as const satisfies Record<string, Rule>;
