import { field, type InputOf } from '../../../shared/operation';
import { LIQUID_HINT } from '../../messages/channel';

export const nameField = { displayName: 'Template Name' };
export const subjectField = { displayName: 'Subject', hint: LIQUID_HINT };
export const bodyField = { displayName: 'Body', description: 'HTML; a content block in it must exist', hint: LIQUID_HINT };

export const furtherFields = {
	plaintextBody: field.optionalText({ displayName: 'Plaintext Body' }),
	preheader: field.optionalText({ displayName: 'Preheader', description: 'The preview text behind the subject' }),
	shouldInlineCss: field.toggle({ displayName: 'Inline CSS', description: 'Whether Braze writes the style sheet into the elements; else your workspace\'s own setting', initial: true }),
	tags: field.textList({ displayName: 'Tags', description: 'Comma-separated, of tags that exist in the workspace' }),
};

const more = field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: furtherFields });

/** As Braze names them. */
export const furtherBody = ({ plaintextBody, preheader, shouldInlineCss, tags }: InputOf<{ more: typeof more }>['more']): Record<string, unknown> => ({
	plaintext_body: plaintextBody,
	preheader,
	should_inline_css: shouldInlineCss,
	tags,
});

export { more as moreField };
