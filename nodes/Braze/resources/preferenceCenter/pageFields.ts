import { field, type InputOf } from '../../../shared/operation';
import { LIQUID_HINT } from '../../messages/channel';

export const pageFields = {
	pageHtml: field.requiredText({ displayName: 'Preference Center Page HTML', hint: LIQUID_HINT, description: 'Its form posts to {{preference_center_submit_url}}' }),
	confirmationHtml: field.requiredText({ displayName: 'Confirmation Page HTML', hint: LIQUID_HINT, description: 'Shown after a user saved' }),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			options: field.jsonObject({ displayName: 'Options', description: 'As Braze names them, for instance {"meta-viewport-content": "width=device-width"}' }),
			state: field.choice({ displayName: 'State', options: [{ name: 'Active', value: 'active' }, { name: 'Draft', value: 'draft' }], initial: 'active' }),
			title: field.optionalText({ displayName: 'Title', description: 'Of both pages, in the browser; "Preference Center" when left out' }),
		},
	}),
};

/** As Braze names them. */
export const pageBody = ({ pageHtml, confirmationHtml, more }: InputOf<typeof pageFields>): Record<string, unknown> => ({
	preference_center_title: more.title,
	preference_center_page_html: pageHtml,
	confirmation_page_html: confirmationHtml,
	state: more.state,
	options: more.options,
});

/** Creations and updates a minute are 10, so they go one after the other. */
export const PARALLEL_WRITES = 1;
