import { field, type InputOf } from '../../../shared/operation';
import { metadata } from '../../fields';
import { filled, unixMs } from '../../values';

export const USER_DOCS = 'https://sendbird.com/docs/chat/platform-api/v3/user';

export const nicknameField = field.optionalText({ displayName: 'Nickname', description: 'The name that others see; may be empty' });

export const profileUrlField = field.optionalId({ displayName: 'Profile URL', description: 'Address of the profile picture; may be empty', placeholder: 'https://example.com/ada.png' });

const both = {
	discoveryKeys: field.textList({ displayName: 'Discovery Keys', description: 'Words by which others find the user, separated by commas' }),
	issueAccessToken: field.toggle({ displayName: 'Issue Access Token', description: 'Whether the user gets an access token; it is in the answer', initial: true }),
};

export const createMore = field.extras({
	displayName: 'Additional Fields',
	placeholder: 'Add Field',
	fields: { ...both, metadata: metadata({ displayName: 'Metadata', description: 'Names and texts' }) },
});

export const updateMore = field.extras({
	displayName: 'Additional Fields',
	placeholder: 'Add Field',
	fields: {
		...both,
		isActive: field.toggle({ displayName: 'Is Active', description: 'Whether the user may do anything; off deactivates without deleting', initial: true }),
		lastSeenAt: field.optionalMoment({ displayName: 'Last Seen At' }),
		leaveAllWhenDeactivated: field.toggle({ displayName: 'Leave All When Deactivated', description: 'Whether a deactivated user leaves all channels', initial: true }),
		preferredLanguages: field.textList({ displayName: 'Preferred Languages', description: 'Codes such as en, fr, separated by commas' }),
	},
});

interface NewUser {
	userId: string;
	nickname: string | undefined;
	profileUrl: string | undefined;
	more: InputOf<{ more: typeof createMore }>['more'];
}

/** Sendbird asks for all three, and takes empty texts. */
export const newUser = ({ userId, nickname, profileUrl, more }: NewUser) => ({
	user_id: userId,
	nickname: nickname ?? '',
	profile_url: profileUrl ?? '',
	discovery_keys: filled(more.discoveryKeys),
	issue_access_token: more.issueAccessToken,
	metadata: more.metadata,
});

interface ChangedUser {
	nickname: string | undefined;
	profileUrl: string | undefined;
	more: InputOf<{ more: typeof updateMore }>['more'];
}

/** Only what is filled in is changed. */
export const changedUser = ({ nickname, profileUrl, more }: ChangedUser) => ({
	nickname,
	profile_url: profileUrl,
	discovery_keys: filled(more.discoveryKeys),
	issue_access_token: more.issueAccessToken,
	is_active: more.isActive,
	last_seen_at: unixMs(more.lastSeenAt),
	leave_all_when_deactivated: more.leaveAllWhenDeactivated,
	preferred_languages: filled(more.preferredLanguages),
});
