import { storyOperation } from '../../../shared/operation';
import { lintTemplate } from '../../lint/lintTemplate';
import { checkTemplate, templateFields, templateOf } from '../../templateFields';

export const lint = storyOperation({
	name: 'Lint',
	action: 'Lint a message template',
	description: 'Find what would go wrong before anybody gets it: unknown filters and variables, missing defaults, unescaped text in JSON, forms the vendor does not take',
	documentation: 'https://www.braze.com/docs/user_guide/personalization_and_dynamic_content/liquid/',
	calls: [],
	fields: templateFields,
	check: checkTemplate,
	retry: 'safe',
	async story(input) {
		const findings = lintTemplate(templateOf(input), input.dialect).map((finding) => ({ ...finding }));
		return { clean: findings.length === 0, findings };
	},
});
