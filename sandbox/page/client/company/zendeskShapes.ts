/** What the desk shows of Zendesk's own shapes; the control API passes them on as they are. */

export type Status = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed' | 'deleted';

export interface Ticket {
	id: number;
	external_id: string | null;
	subject: string | null;
	status: Status;
	requester_id: number;
	tags: string[];
	updated_at: string;
}

export interface Comment {
	id: number;
	author_id: number;
	plain_body: string;
	public: boolean;
	created_at: string;
	via: { channel: string };
	attachments: Array<{ file_name: string }>;
}

export interface TicketTruth {
	ticket: Ticket;
	comments: Comment[];
}

export interface User {
	id: number;
	name: string;
	role: string;
}
