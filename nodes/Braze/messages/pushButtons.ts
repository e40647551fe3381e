import { field, type InputOf } from '../../shared/operation';

const ACTIONS = [
	{ name: 'Close', value: 'CLOSE' },
	{ name: 'Deep Link', value: 'DEEP_LINK' },
	{ name: 'Open App', value: 'OPEN_APP' },
	{ name: 'Open URL', value: 'URI' },
] as const;

const action = field.choice({ displayName: 'Action', options: ACTIONS, initial: 'OPEN_APP' });
const uri = field.optionalText({ displayName: 'URI', description: 'The web address or deep link that the button opens' });
const useWebview = field.toggle({ displayName: 'Inside the App', description: 'Whether a web address opens inside the app', initial: true });

const look = { displayName: 'Buttons', placeholder: 'Add Button', rowName: 'Button', most: 4 };

/** Apple's buttons are named by the action ID of their category. */
export const appleButtons = field.rows({ ...look, description: 'What the buttons of the category do', fields: { actionId: field.requiredId({ displayName: 'Action ID', placeholder: 'ab_pb_accept' }), action, uri, useWebview } });

/** Android and web: the buttons bring their text. */
export const textButtons = field.rows({ ...look, fields: { text: field.requiredText({ displayName: 'Text' }), action, uri, useWebview } });

type AppleButton = InputOf<{ one: typeof appleButtons }>['one'][number];
type TextButton = InputOf<{ one: typeof textButtons }>['one'][number];

/** Only a web address has a view to open in. */
const common = (button: Pick<TextButton, 'action' | 'uri' | 'useWebview'>) => ({
	action: button.action,
	uri: button.uri,
	use_webview: button.action === 'URI' ? button.useWebview : undefined,
});

export const appleButtonsOf = (buttons: AppleButton[] = []) => (buttons.length === 0 ? undefined : buttons.map((button) => ({ action_id: button.actionId, ...common(button) })));

/** Web push knows no view of an app. */
export const textButtonsOf = (buttons: TextButton[] = [], isWeb = false) =>
	buttons.length === 0 ? undefined : buttons.map((button) => ({ text: button.text, ...common(button), ...(isWeb ? { use_webview: undefined } : {}) }));
