import { field, type InputOf, type Problem } from '../../../shared/operation';

/** Of both exports into a file. */
export const exportFileFields = {
	fieldsToExport: field.textList({ displayName: 'Fields to Export', description: 'Comma-separated profile fields, as Braze names them', initial: 'external_id, braze_id, email, first_name, last_name' }),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			callbackEndpoint: field.optionalText({ displayName: 'Callback URL', description: 'Braze posts the download URL there when the export is ready; the URL of a Webhook node will do', placeholder: 'https://example.com/ready' }),
			customAttributes: field.textList({ displayName: 'Custom Attributes to Export', description: 'Comma-separated, up to 500; without them "custom_attributes" among the fields exports all' }),
			outputFormat: field.choice({ displayName: 'Output Format', description: 'For exports to a cloud storage of your own; else Braze makes a ZIP', options: [{ name: 'GZIP', value: 'gzip' }, { name: 'ZIP', value: 'zip' }], initial: 'zip' }),
		},
	}),
};

type Input = InputOf<typeof exportFileFields>;

const MOST_ATTRIBUTES = 500;

export function checkExport({ fieldsToExport, more }: Input): Problem | undefined {
	const { customAttributes = [] } = more;
	if (fieldsToExport.length === 0 && customAttributes.length === 0) return { displayName: 'Fields to Export', message: 'is missing' };
	return customAttributes.length > MOST_ATTRIBUTES ? { displayName: 'Custom Attributes to Export', message: `may hold ${MOST_ATTRIBUTES} at most` } : undefined;
}

export const exportBody = ({ fieldsToExport, more }: Input): Record<string, unknown> => ({
	callback_endpoint: more.callbackEndpoint,
	fields_to_export: fieldsToExport,
	custom_attributes_to_export: more.customAttributes,
	output_format: more.outputFormat,
});
