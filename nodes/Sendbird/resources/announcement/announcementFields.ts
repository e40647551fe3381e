import { field } from '../../../shared/operation';

export const ANNOUNCEMENT_DOCS = 'https://sendbird.com/docs/chat/platform-api/v3/message/announcements';

export const announcementIdField = field.requiredId({ displayName: 'Announcement ID', description: 'The unique_id that it was scheduled under' });
