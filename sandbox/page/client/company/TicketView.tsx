import { useState } from 'preact/hooks';
import { fateWords } from '../model/words';
import { control } from '../net/control';
import { attempt } from '../state/toast';
import { useControl } from '../state/useControl';
import { fates } from '../state/world';
import { Composer } from '../ui/Composer';
import { Conversation, type Bubble } from '../ui/Conversation';
import type { Comment, Ticket, TicketTruth } from './zendeskShapes';

const SETTABLE = ['open', 'pending', 'hold', 'solved', 'closed'] as const;

/** Tickets that the bridge answers: others are e-mail, chat, or somebody else's. */
const isBridged = ({ external_id: link }: Ticket): boolean => /^(sms|messenger):/.test(link ?? '');

interface People {
	names: ReadonlyMap<number, string>;
	/** Ids of Zendesk's end users. */
	customers: ReadonlySet<number>;
}

function bubble({ id, author_id: author, plain_body: text, public: isPublic, created_at: at, attachments }: Comment, ticket: Ticket, { names, customers }: People): Bubble {
	const fromCustomer = author === ticket.requester_id || customers.has(author);
	const fate = fromCustomer || !isPublic || !isBridged(ticket) ? undefined : fates.value.get(String(id));
	return {
		id: String(id), at, text,
		side: fromCustomer ? 'other' : isPublic ? 'own' : 'aside',
		by: `${names.get(author) ?? 'Automation'}${isPublic ? '' : ' · internal note'}`,
		extra: attachments.length > 0 && <span class="media">{attachments.map(({ file_name: name }) => name).join('\n')}</span>,
		state: fate?.state,
		stateWords: fate && fateWords(fate),
	};
}

/** One ticket: its conversation, and what an agent does with it. */
export function TicketView({ id, ...people }: { id: number } & People) {
	const [note, setNote] = useState(false);
	const { data } = useControl<TicketTruth>(`/zendesk/tickets/${id}`, ({ vendor, kind, method }) => vendor === 'sandbox' || (vendor === 'zendesk' && !(kind === 'request' && method === 'GET')));
	if (data === undefined) return <p class="empty">Loading …</p>;
	const { ticket, comments } = data;
	const closed = ticket.status === 'closed' || ticket.status === 'deleted';
	const reply = (text: string): Promise<boolean> => attempt(() => control('POST', `/agent/${id}/replies`, { text, public: !note }));
	const set = (status: string): void => void attempt(() => control('POST', `/agent/${id}/status`, { status }));
	return (
		<>
			<div class="ticket-head">
				<h3>
					#{id} {ticket.subject}
				</h3>
				<label class="field inline">
					<span>Status</span>
					<select value={ticket.status} disabled={closed} onChange={({ currentTarget }) => set(currentTarget.value)}>
						{!SETTABLE.some((status) => status === ticket.status) && <option value={ticket.status} disabled>{ticket.status}</option>}
						{SETTABLE.map((status) => <option key={status} value={status}>{status}</option>)}
					</select>
				</label>
				<p class="ticket-link">{ticket.external_id === null ? 'no external_id: not from the bridge' : ticket.external_id}</p>
			</div>
			<Conversation label={`Ticket ${id}`} bubbles={comments.map((comment) => bubble(comment, ticket, people))} empty="No comments." />
			<Composer label={`${note ? 'Internal note' : 'Public reply'} on ticket ${id}`} placeholder={closed ? 'Closed: only a follow-up is possible' : note ? 'Write a note for colleagues' : 'Reply as the agent'} send={reply} disabled={closed}>
				<label class="check">
					<input type="checkbox" checked={note} disabled={closed} onChange={({ currentTarget }) => setNote(currentTarget.checked)} />
					Internal note
				</label>
			</Composer>
		</>
	);
}
