import type { FastifyInstance } from 'fastify';
import type { PretendedVendor } from '../core/vendor';
import type { World } from '../core/world';
import { announcementReports } from './announcements/announcementReports';
import { announcements } from './announcements/announcements';
import { applicationOf } from './application';
import { channelMetadata } from './channels/channelMetadata';
import { sendbirdControl } from './control';
import { answerErrors, chatHost, type Host } from './endpoint';
import { faultAnswer } from './errors';
import { files } from './messages/files';
import { groupChannelCreate } from './channels/groupChannelCreate';
import { groupChannelMembers } from './channels/groupChannelMembers';
import { groupChannels } from './channels/groupChannels';
import { groupChannelState } from './channels/groupChannelState';
import { messageExtras } from './messages/messageExtras';
import { messageList } from './messages/messageList';
import { messages } from './messages/messages';
import { migration } from './messages/migration';
import { userBlocks } from './users/userBlocks';
import { userChannels } from './users/userChannels';
import { userList } from './users/userList';
import { userMetadata } from './users/userMetadata';
import { userPreferences } from './users/userPreferences';
import { userPush } from './users/userPush';
import { users } from './users/users';
import { webhookSettings } from './webhooks/webhookSettings';

/** One list of routes a group of calls. */
const GROUPS: Array<(app: FastifyInstance, host: Host) => void> = [
	users, userList, userMetadata, userChannels, userPush, userPreferences, userBlocks,
	groupChannelCreate, groupChannels, groupChannelMembers, groupChannelState, channelMetadata,
	messages, messageList, messageExtras, migration, announcements, announcementReports, webhookSettings, files,
];

/** Sendbird's Chat Platform API v3, pretended: what it does and how sure we are of it stands in docs/sandbox-sendbird.md. */
export function sendbirdVendor(world: World): PretendedVendor {
	const application = applicationOf(world);
	return {
		name: 'sendbird',
		prefix: '/sendbird',
		faultAnswer,
		routes(app) {
			answerErrors(app);
			const host = chatHost(application);
			for (const routes of GROUPS) routes(app, host);
		},
		control: (app) => sendbirdControl(app, application),
	};
}
