import type { InboxNotification, SendbirdUserTruth } from '../../../sendbird/controlTypes';
import { clock } from '../model/words';
import { control } from '../net/control';
import { attempt } from '../state/toast';
import { useControl } from '../state/useControl';
import { inboxUser } from '../state/view';

const ofSendbird = ({ vendor, kind }: { vendor: string; kind: string }): boolean => vendor.startsWith('sendbird') && kind !== 'request';

const VIA = { api: 'by the API', braze: 'for Braze', clevertap: 'for CleverTap' } as const;

const userTitle = ({ userId, nickname, unread, active }: SendbirdUserTruth): string =>
	`${nickname || userId}${nickname && nickname !== userId ? ` (${userId})` : ''}${active ? '' : ' · deactivated'}${unread > 0 ? ` · ${unread} unread` : ''}`;

function Notification({ notification: { id, at, text, templateKey, via, readAt, push }, read }: { notification: InboxNotification; read: (id: string) => void }) {
	return (
		<li class={readAt === null ? 'notification unread' : 'notification'}>
			<p class="bubble-by">
				{templateKey} · {VIA[via]} · <time dateTime={at}>{clock(at)}</time>
			</p>
			{push && <p class="notification-title">{push.title}</p>}
			<p class="notification-text">{text}</p>
			{readAt === null ? (
				<button type="button" class="chip" onClick={() => read(id)} aria-label={`Read: ${text}`}>Read</button>
			) : (
				<p class="bubble-state read">Read {clock(readAt)}</p>
			)}
		</li>
	);
}

/** Notifications in the customer's app, by Sendbird. */
export function AppInbox() {
	const everyone = useControl<{ users: SendbirdUserTruth[] }>('/sendbird/users', ofSendbird);
	const users = everyone.data?.users ?? [];
	const id = inboxUser.value;
	const path = `/sendbird/users/${encodeURIComponent(id)}/inbox`;
	const { data, failed } = useControl<{ notifications: InboxNotification[] }>(path, ofSendbird);
	const notifications = [...(data?.notifications ?? [])].reverse().slice(0, 200);
	const read = (which: string): void => void attempt(() => control('POST', `${path}/${which}/read`, {}));
	return (
		<div class="pane">
			<div class="pane-head">
				<label class="field">
					<span>App of</span>
					<select value={id} onChange={({ currentTarget }) => (inboxUser.value = currentTarget.value)}>
						{!users.some(({ userId }) => userId === id) && <option value={id}>{id}</option>}
						{users.slice(0, 200).map((user) => <option key={user.userId} value={user.userId}>{userTitle(user)}</option>)}
					</select>
				</label>
				<button type="button" class="button quiet" disabled={!notifications.some(({ readAt }) => readAt === null)} onClick={() => read('all')}>Read all</button>
			</div>
			{failed !== undefined || notifications.length === 0 ? (
				<p class="empty">{failed ?? 'No notifications yet. A CleverTap campaign, a Braze campaign or the Sendbird node puts them here.'}</p>
			) : (
				<ol class="notifications" aria-label="Notifications, newest first" tabIndex={0}>
					{notifications.map((notification) => <Notification key={notification.id} notification={notification} read={read} />)}
				</ol>
			)}
		</div>
	);
}
