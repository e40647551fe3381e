import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { objectOf } from '../../shapes';
import { ANNOUNCEMENT_DOCS, announcementIdField } from './announcementFields';

/** In Sendbird's SDK, not in its API description. */
export const get = callOperation({
	name: 'Get',
	action: 'Get an announcement',
	description: 'Read an announcement with its status and counts',
	documentation: `${ANNOUNCEMENT_DOCS}/get-an-announcement`,
	calls: ['GET /v3/announcements/{unique_id}'],
	fields: { announcementId: announcementIdField },
	retry: 'safe',
	request: ({ announcementId }) => ({ method: 'GET', path: path`/v3/announcements/${announcementId}` }),
	outcome: objectOf,
});
