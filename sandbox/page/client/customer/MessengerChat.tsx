import { useState } from 'preact/hooks';
import type { ChatMessage, PersonTruth } from '../../../messenger/controls/controlTypes';
import { fateWords, span } from '../model/words';
import { control } from '../net/control';
import { attempt } from '../state/toast';
import { useControl } from '../state/useControl';
import { psid } from '../state/view';
import { fates } from '../state/world';
import { Composer } from '../ui/Composer';
import { Conversation, type Bubble } from '../ui/Conversation';
import { QuickReplies } from './QuickReplies';

const ofMessenger = ({ vendor }: { vendor: string }): boolean => vendor === 'messenger' || vendor === 'sandbox';

const attachmentWords = ({ attachments = [] }: ChatMessage): string => attachments.map(({ type, payload }) => `[${type}${typeof payload?.url === 'string' ? ` ${payload.url}` : ''}]`).join('\n');

function bubble(message: ChatMessage): Bubble {
	const { mid, at, direction, text = '', by, deleted, readAt, persona, tag } = message;
	const own = direction === 'in';
	const fate = own ? fates.value.get(mid) : undefined;
	const read = !own && readAt !== undefined;
	return {
		id: mid, at,
		side: own ? 'own' : 'other',
		by: [persona ?? by, tag].filter(Boolean).join(' · '),
		text: deleted ? 'taken back' : text,
		extra: attachmentWords(message) !== '' && <span class="media">{attachmentWords(message)}</span>,
		state: own ? fate?.state : read ? 'read' : undefined,
		stateWords: own ? fateWords(fate) : read ? 'Seen' : 'Delivered',
	};
}

/** How long the Page may still answer. */
function windowWords({ windowEndsAt, humanAgentEndsAt, blocked }: PersonTruth): string {
	if (blocked) return 'has blocked the Page';
	const left = (iso: string | null): number => (iso === null ? 0 : Date.parse(iso) - Date.now());
	if (left(windowEndsAt) > 0) return `window open for ${span(left(windowEndsAt))}`;
	if (left(humanAgentEndsAt) > 0) return `window shut; as Human Agent for ${span(left(humanAgentEndsAt))}`;
	return 'window shut';
}

/** The customer's Messenger: a chat with the Page. */
export function MessengerChat() {
	const [asPage, setAsPage] = useState(false);
	const everyone = useControl<{ persons: PersonTruth[] }>('/messenger/persons', ofMessenger);
	const persons = everyone.data?.persons ?? [];
	const person = persons.find((one) => one.psid === psid.value) ?? persons.at(0);
	const path = person && `/messenger/persons/${person.psid}`;
	const { data } = useControl<{ messages: ChatMessage[] }>(path && `${path}/chat`, ofMessenger);
	if (everyone.failed !== undefined) return <p class="empty">{everyone.failed}</p>;
	if (person === undefined || path === undefined) return <p class="empty">Loading …</p>;
	const does = (what: string, body: object = {}): Promise<boolean> => attempt(() => control('POST', `${path}/${what}`, body));
	return (
		<div class="pane">
			<div class="pane-head">
				<label class="field">
					<span>Chat of</span>
					<select value={person.psid} onChange={({ currentTarget }) => (psid.value = currentTarget.value)}>
						{persons.map((one) => (
							<option key={one.psid} value={one.psid}>{`${one.name}${one.pageId === persons[0].pageId ? '' : ' (other Page)'} · ${windowWords(one)}`}</option>
						))}
					</select>
				</label>
			</div>
			<Conversation label={`Messenger chat of ${person.name}`} bubbles={(data?.messages ?? []).map(bubble)} empty={`${person.name} has not written to the Page yet.`} />
			<QuickReplies messages={data?.messages ?? []} tap={(quickReply) => void does('messages', { quickReply })} />
			<Composer label={asPage ? 'Message from the Page’s inbox' : `Messenger message from ${person.name}`} placeholder={asPage ? 'Write in the Page’s inbox' : 'Write as the customer'} send={(text) => does(asPage ? 'inbox' : 'messages', { text })} disabled={person.blocked}>
				<div class="chips" role="group" aria-label="In the chat">
					<label class="check" title="A colleague answers in the Page’s own inbox, past n8n">
						<input type="checkbox" checked={asPage} onChange={({ currentTarget }) => setAsPage(currentTarget.checked)} />
						As the Page
					</label>
					<button type="button" class="chip" onClick={() => void does('reads')}>Read</button>
					<button type="button" class="chip" onClick={() => void does('block', { blocked: !person.blocked })}>{person.blocked ? 'Unblock' : 'Block'}</button>
				</div>
			</Composer>
		</div>
	);
}
