import type { ChatMessage } from '../../../messenger/controls/controlTypes';

/** Quick replies stand under the last message until the next one comes. */
export function QuickReplies({ messages, tap }: { messages: ChatMessage[]; tap: (payload: string) => void }) {
	const offered = (messages.at(-1)?.quickReplies ?? []).flatMap(({ title, payload }) => (title === undefined || payload === undefined ? [] : [{ title, payload }]));
	if (offered.length === 0) return null;
	return (
		<div class="chips pane-chips" role="group" aria-label="Quick replies">
			{offered.map(({ title, payload }) => (
				<button key={payload} type="button" class="chip" onClick={() => tap(payload)}>{title}</button>
			))}
		</div>
	);
}
