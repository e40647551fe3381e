import type { FastifyInstance } from 'fastify';
import type { PretendedVendor } from '../core/vendor';
import type { World } from '../core/world';
import { announcementReports } from './announcementReports';
import { announcements } from './announcements';
import { applicationOf } from './application';
import { channelMetadata } from './channelMetadata';
import { sendbirdControl } from './control';
import { answerErrors, chatHost, type Host } from './endpoint';
import { faultAnswer } from './errors';
import { files } from './files';
import { groupChannelCreate } from './groupChannelCreate';
import { groupChannelMembers } from './groupChannelMembers';
import { groupChannels } from './groupChannels';
import { groupChannelState } from './groupChannelState';
import { messageExtras } from './messageExtras';
import { messageList } from './messageList';
import { messages } from './messages';
import { migration } from './migration';
import { userBlocks } from './userBlocks';
import { userChannels } from './userChannels';
import { userList } from './userList';
import { userMetadata } from './userMetadata';
import { userPreferences } from './userPreferences';
import { userPush } from './userPush';
import { users } from './users';
import { webhookSettings } from './webhookSettings';

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
