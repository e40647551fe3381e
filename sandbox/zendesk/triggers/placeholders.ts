import type { ZendeskSettings } from '../controls/controlTypes';
import { iso } from '../http';
import type { ZendeskState } from '../state';
import type { Audit, CommentEvent, Ticket, User } from '../types';
import { primaryEmail } from '../users/userIndex';
import type { Moment } from './moment';
import { renderedComment, type Write } from './renderedComment';

type Escaping = ZendeskSettings['jsonEscaping'];

/** As it stands between the quotes of a JSON text. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const title = (word: string | null): string => (word === null ? '' : word[0].toUpperCase() + word.slice(1));

const ROLES = { admin: 'Admin', agent: 'Agent', 'end-user': 'End user' } as const;

/** `2026-11-21T14:05Z`: placeholders have no seconds. */
const minutes = (ms: number): string => `${iso(ms).slice(0, 16)}Z`;

const day = (ms: number): string => new Date(ms).toLocaleDateString('en-US', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });

interface Writers {
	/** Most placeholders. */
	plain: Write;
	/** Custom fields, and comments inside loops. */
	risky: Write;
}

const asIs: Write = (text) => (text === null ? '' : String(text));

function writers(escaping: Escaping): Writers {
	const escaped: Write = (text) => inJson(asIs(text));
	return { plain: escaping === 'none' ? asIs : escaped, risky: escaping === 'all' ? escaped : asIs };
}

function personScope(user: User | undefined, { plain, risky }: Writers): object | null {
	if (user === undefined) return null;
	const [first, ...rest] = user.name.split(' ');
	return {
		id: user.id,
		name: plain(user.name),
		first_name: plain(first),
		last_name: plain(rest.join(' ')),
		email: plain(primaryEmail(user)),
		phone: plain(user.phone),
		external_id: plain(user.external_id),
		language: user.locale === 'en-US' ? 'English' : user.locale,
		role: ROLES[user.role],
		notes: plain(user.notes),
		details: plain(user.details),
		time_zone: user.time_zone,
		custom_fields: Object.fromEntries(Object.entries(user.user_fields).map(([key, value]) => [key, risky(value === null || value === undefined ? null : String(value))])),
	};
}

function commentScopes(state: ZendeskState, ticket: Ticket, writer: Writers) {
	const written = (write: Write, listed = false) => ({ audit, comment }: { audit: Audit; comment: CommentEvent }) =>
		renderedComment(state, audit, comment, write, listed);
	const all = state.comments(ticket.id);
	const open = all.filter(({ comment }) => comment.public);
	const newest = (list: typeof all) => list.slice(-1).map(written(writer.plain))[0] ?? '';
	const first = all.slice(0, 1).map(written(writer.plain))[0] ?? '';
	const latest = newest(all);
	const latestPublic = newest(open);
	const lists = { comments: [...all].reverse().map(written(writer.risky, true)), public_comments: [...open].reverse().map(written(writer.risky, true)) };
	const block = (comment: typeof latest) => String(comment);
	return {
		latest_comment: latest,
		latest_public_comment: latestPublic,
		...Object.fromEntries(['html', 'formatted', 'rich'].map((kind) => [`latest_comment_${kind}`, block(latest)])),
		...Object.fromEntries(['html', 'formatted', 'rich'].map((kind) => [`latest_public_comment_${kind}`, block(latestPublic)])),
		...lists,
		comments_formatted: lists.comments.map((comment) => comment.block).join('\n\n'),
		public_comments_formatted: lists.public_comments.map((comment) => comment.block).join('\n\n'),
		description: block(first),
		verbatim_description: writer.plain(ticket.description),
	};
}

/** Everything that a body of this update may name. Values are texts already, escaped where the account's setting says so. */
export function placeholders({ state, ticket, actor }: Moment, escaping: Escaping): object {
	const writer = writers(escaping);
	const { plain, risky } = writer;
	const named = (list: Array<{ id: number; name: string }>, id: number | null) => plain(list.find((entry) => entry.id === id)?.name ?? null);
	const url = `${state.hostUrl}/agent/tickets/${ticket.id}`;
	const people = {
		requester: personScope(state.users.get(ticket.requester_id), writer),
		submitter: personScope(state.users.get(ticket.submitter_id), writer),
		assignee: personScope(state.users.get(ticket.assignee_id ?? -1), writer),
	};
	const organization = state.organizations.get(ticket.organization_id ?? -1);
	const fields = state.ticketFields.filter(({ system }) => !system).flatMap(({ id, options = [] }): Array<[string, string]> => {
		const value = ticket.custom_fields.find((field) => field.id === id)?.value;
		const text = value === null || value === undefined ? null : String(value);
		return [[`ticket_field_${id}`, risky(text)], [`ticket_field_option_title_${id}`, risky(options.find((option) => option.value === text)?.name ?? text)]];
	});
	return {
		ticket: {
			id: ticket.id,
			title: plain(ticket.subject),
			status: title(ticket.status),
			priority: title(ticket.priority),
			ticket_type: title(ticket.type),
			external_id: plain(ticket.external_id),
			// Without its scheme; `link` is the whole address.
			url: url.replace(/^https?:\/\//, ''),
			link: url,
			via: { api: 'Web service', web: 'Web form', email: 'Mail', rule: 'Rule' }[ticket.via.channel],
			tags: ticket.tags.join(' '),
			created_at: day(ticket.created_at),
			updated_at: day(ticket.updated_at),
			created_at_with_timestamp: minutes(ticket.created_at),
			updated_at_with_timestamp: minutes(ticket.updated_at),
			brand: { name: named(state.brands, ticket.brand_id) },
			group: { name: named(state.groups, ticket.group_id) },
			ticket_form: named(state.ticketForms, ticket.ticket_form_id),
			organization: { name: plain(organization?.name ?? null), external_id: plain(organization?.external_id ?? null) },
			...people,
			...Object.fromEntries(fields),
			...commentScopes(state, ticket, writer),
		},
		current_user: personScope(actor, writer),
		satisfaction: null,
	};
}
