import type { PretendedVendor } from '../core/vendor';
import type { World } from '../core/world';
import { applicationOf } from '../sendbird/application';
import { answerErrors } from '../sendbird/endpoint';
import { faultAnswer } from '../sendbird/errors';
import { notificationsControl } from './control';
import { notificationsHost } from './hosts';
import { notifications } from './notifications';
import { relay } from './relay';
import { NotificationsState } from './state';
import { targetsFiles } from './targetsFiles';
import { templates } from './templates';

/** Sendbird's notifications host with the relay endpoints for Braze and CleverTap; one application with the chat host. See docs/sandbox-sendbird.md. */
export function sendbirdNotificationsVendor(world: World): PretendedVendor {
	const application = applicationOf(world);
	const state = new NotificationsState(application);
	return {
		name: 'sendbird-notifications',
		prefix: '/sendbird-notifications',
		faultAnswer,
		routes(app) {
			answerErrors(app);
			const host = notificationsHost(application);
			for (const routes of [notifications, targetsFiles, templates]) routes(app, host, state);
			relay(app, application, state);
		},
		control: (app) => notificationsControl(app, state),
	};
}
