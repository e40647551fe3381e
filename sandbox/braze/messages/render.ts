import { renderMessage } from '../../../nodes/shared/liquid';
import type { Rule } from '../../control/types';
import { liquidContext, type MessageSource, type Occasion } from './liquidContext';
import type { Profile, ProfileData } from '../users/profile';
import { documented } from '../rules';
import type { BrazeState } from '../state';

/** Why one person does not get a message. Braze says so in its own log only. */
export class NotSent extends Error {
	constructor(readonly rule: Rule) {
		super(rule.text);
	}
}

const blockText = (state: BrazeState, name: string): string | undefined =>
	state.data.contentBlocks.blocks.find((block) => block.name === name)?.content;

export type Render = (template: string) => Promise<string>;

/** Renders each text of one message to one person. Throws {@link NotSent} on abort_message and on faults of the template. */
export function renderer(state: BrazeState, source: MessageSource, profile: Profile, data: ProfileData, occasion: Occasion): Render {
	const context = liquidContext(state, source, profile, data, occasion);
	return async (template) => {
		const rendered = await renderMessage(template, { dialect: 'braze', context, contentBlocks: async (name) => blockText(state, name) }).catch((error: unknown) => {
			throw new NotSent(documented(`Liquid: ${error instanceof Error ? error.message : String(error)}`));
		});
		if (rendered.aborted) throw new NotSent(documented(`aborted: ${rendered.abortReason ?? '{% abort_message %} called'}`));
		return rendered.text;
	};
}
