import type { FastifyInstance } from 'fastify';
import type { PretendedVendor } from '../core/vendor';
import type { World } from '../core/world';
import { accounts } from './pages/accounts';
import { activities } from './people/activities';
import { appSubscriptions } from './deliveries/appSubscriptions';
import { batch } from './graph/batch';
import { messengerControl } from './controls/control';
import { conversations } from './pages/conversations';
import { crossIds } from './people/crossIds';
import { customLabels } from './pages/customLabels';
import { customUserSettings } from './pages/customUserSettings';
import { debugToken } from './graph/debugToken';
import { faultAnswer } from './graph/errors';
import { answerErrors } from './graph/graph';
import { insights } from './pages/insights';
import { messageAttachments } from './sending/messageAttachments';
import { messages } from './sending/messages';
import { messageTemplates } from './sending/messageTemplates';
import { messengerProfile } from './pages/messengerProfile';
import { nodes } from './graph/nodes';
import { pageFeatures } from './pages/pageFeatures';
import { personas } from './pages/personas';
import { seed } from './seed';
import { MessengerState } from './state';
import { subscribedApps } from './deliveries/subscribedApps';
import { threadControl } from './pages/threadControl';
import { versions, withoutVersion } from './graph/versions';

/** One list of routes an edge of the Graph; the next edge is one more word. */
const EDGES: Array<(app: FastifyInstance, state: MessengerState) => void> = [
	messages, messageAttachments, messageTemplates, conversations,
	subscribedApps, appSubscriptions, debugToken, accounts,
	messengerProfile, customUserSettings, personas, customLabels, threadControl,
	insights, pageFeatures, crossIds, activities, batch, nodes,
];

/** Facebook Messenger's Graph API, pretended: what it does and how sure we are of it stands in docs/sandbox-messenger.md. */
export function messengerVendor(world: World): PretendedVendor {
	const state = new MessengerState(world);
	world.onReset(() => {
		state.reset();
		seed(state);
	});
	world.onAge((ms) => state.age(ms));
	return {
		name: 'messenger',
		prefix: '/messenger',
		canonicalUrl: withoutVersion,
		faultAnswer,
		routes(app) {
			answerErrors(app, state);
			versions(app, state);
			for (const routes of EDGES) routes(app, state);
		},
		control: (app) => messengerControl(app, state),
	};
}
