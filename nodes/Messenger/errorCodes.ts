import type { FailureClass } from '../shared/transport/failure';

/**
 * What may be done after an error, apart from telling it.
 * - `afterAWait`: Meta surely did nothing, and asks for a pause of minutes: a call while throttled lengthens the block.
 * - `ifSafe`: Meta had trouble of its own. Reads go out again; a send may have happened, so its outcome is unknown.
 * - `never`: the same call would fail again, or was carried out.
 */
type Again = 'afterAWait' | 'ifSafe' | 'never';

export interface ErrorRule {
	/** Absent: whatever the code, the subcode says it. */
	code?: number;
	/** Absent: any subcode that has no rule of its own. */
	subcode?: number;
	class: FailureClass;
	meaning: string;
	fix: string;
	again: Again;
}

type Cause = [class_: FailureClass, meaning: string, fix: string, again?: Again];

/** One rule for each key: `100`, `10/2018278`, or a star in the code's place for a subcode that says it under any code. */
const rulesFor = (keys: string[], [failureClass, meaning, fix, again = 'never']: Cause): ErrorRule[] =>
	keys.map((key) => {
		const [code, subcode] = key.split('/');
		return {
			code: code === '*' ? undefined : Number(code),
			subcode: subcode === undefined ? undefined : Number(subcode),
			class: failureClass,
			meaning,
			fix,
			again,
		};
	});

const CLEAR = 'Stop writing to this person: clear messenger_id on the profile. A new message from the person brings it back.';
const WAIT = 'Wait for the minutes given. A call made while throttled lengthens the block.';
const LATER = 'Try again in some minutes; metastatus.com tells of outages.';
const CONTENT = 'Correct the attachment: its URL must be public, answer at once, name the right content type and stay below 25 MB (images by URL: 8 MB).';
const OUR_FIELDS = 'Correct the fields of this node.';
const CONNECT = 'Generate a new Page access token (App Dashboard > Messenger API Settings) and put it into the credential; nothing is sent until then.';
const NO_PROFILE = 'Go on without the name: not every person has a profile that may be read.';

/** Meta's error codes, after its references and what field implementers saw; the HTTP status says nothing (a 200 may carry an error, a throttle comes as 400 or 403). */
export const ERROR_RULES: readonly ErrorRule[] = [
	...rulesFor(['1', '1/99', '2'], ['unavailable', 'Unknown or temporary trouble at Meta; 2 is also seen when the person blocked the Page', LATER, 'ifSafe']),
	...rulesFor(['1/1357046'], ['unknownOutcome', 'Meta\'s answer was broken, but the message was sent', 'Do not send it again.']),
	...rulesFor(['4', '17', '32', '613', '613/2534040', '80001', '80002', '80006'], ['rateLimited', 'The call budget is used up', WAIT, 'afterAWait']),
	...rulesFor(['613/2018338'], ['policy', 'Too many messages to one person: a warning of abuse', 'Stop the workflow that writes to this person.']),
	...rulesFor(['10', '200'], ['forbidden', 'A permission is missing', 'Generate a Page token with the permission that is named, and let App Review grant it.']),
	...rulesFor(['200/2018027', '200/2018028'], ['forbidden', 'The app is in development mode or not reviewed: it may write only to people with a role in it', 'Give the person a role (App Dashboard > App roles), or take pages_messaging through App Review and set the app live.']),
	...rulesFor(['10/2018065', '10/2018278', '10/2534022'], ['windowClosed', 'More than 24 hours have passed since the person last wrote', 'Wait until the person writes; a person may answer for 7 days as Human Agent, and a utility template may go out at any time.']),
	...rulesFor(['10/2018108'], ['recipientGone', 'The person cannot receive messages right now', CLEAR]),
	...rulesFor(['200/1545041', '551', '551/1545041', '*/1545041'], ['recipientGone', 'The person blocked, muted or left; one reference reads a bare 1545041 as a closed window', CLEAR]),
	...rulesFor(['100/2018001'], ['recipientGone', 'Nobody has this PSID on this Page: it is wrong, or belongs to another Page', `Use the credential of the Page that the PSID came from. ${CLEAR}`]),
	...rulesFor(['10/1893063'], ['policy', 'The Page is temporarily restricted from sending', 'Stop all sends and look at Page Quality in Meta Business Support.']),
	...rulesFor(['2022'], ['policy', 'Commerce messaging is blocked after a violation', 'Stop all sends and look at Page Quality in Meta Business Support.']),
	...rulesFor(['10/2018300', '*/2018300'], ['routing', 'Another app controls the conversation', 'Take or request thread control first (Conversation Routing), or let the other app answer.']),
	...rulesFor(['*/2018321'], ['unavailable', 'An automated question flow of the Page is running in the conversation', 'Try again when it has ended, in some minutes.']),
	...rulesFor(['100'], ['invalidInput', 'A parameter is wrong', OUR_FIELDS]),
	...rulesFor(['100/1893061'], ['invalidInput', 'The message tag was retired on 27 April 2026', 'Send inside 24 hours, as Human Agent, or with a utility template.']),
	...rulesFor(['100/33'], ['notFound', 'The object does not exist, or this token may not see it', 'Check the ID, and that the credential is of the Page it belongs to.']),
	...rulesFor(['100/2018008'], ['invalidInput', 'The attachment could not be fetched', CONTENT]),
	...rulesFor(['100/2018047'], ['invalidInput', 'The attachment is of another type than said', CONTENT]),
	...rulesFor(['100/2018109'], ['invalidInput', 'The attachment is too large', CONTENT]),
	...rulesFor(['100/2018294'], ['invalidInput', 'The video could not be fetched in time', CONTENT]),
	...rulesFor(['100/2018074'], ['invalidInput', 'The attachment ID is unknown or of another Page', 'Upload the file again: attachment IDs end after 90 days and hold for one Page.']),
	...rulesFor(['100/2018014', '100/2018015'], ['invalidInput', 'A message and a sender action together, or neither', OUR_FIELDS]),
	...rulesFor(['100/2018040', '100/2018041', '100/2018053'], ['invalidInput', 'A button has no payload, URL or title', 'Fill in title and payload or URL of every button.']),
	...rulesFor(['100/2018416'], ['invalidInput', 'A utility template takes no quick reply', 'Use a postback, URL or phone number button.']),
	...rulesFor(['190'], ['unauthorized', 'The Page access token is dead', CONNECT]),
	...rulesFor(['190/460'], ['unauthorized', 'The Page access token died with a changed password', CONNECT]),
	...rulesFor(['190/463'], ['unauthorized', 'The Page access token has expired', CONNECT]),
	...rulesFor(['190/467'], ['unauthorized', 'The Page access token is not valid any more', CONNECT]),
	...rulesFor(['230'], ['notFound', 'The person has not agreed to show a profile', NO_PROFILE]),
	...rulesFor(['*/2018218'], ['notFound', 'There is no profile for this person', NO_PROFILE]),
	...rulesFor(['*/2018247'], ['notFound', 'A field of the profile is not granted to this app', NO_PROFILE]),
	...rulesFor(['2200'], ['conflict', 'Meta could not verify the callback URL (not in the references read for this table)', 'n8n\'s webhook URL must be reachable from the internet with a valid certificate, and the Verify Token of the credential must be set.']),
	...rulesFor(['9000001'], ['notFound', 'The message was deleted', 'Nothing is to be done.']),
];

/** The most particular rule: code with subcode, then the subcode alone, then the code alone. */
export function ruleFor(code: number, subcode: number | undefined): ErrorRule | undefined {
	const found = (wantedCode: number | undefined, wantedSubcode: number | undefined): ErrorRule | undefined =>
		ERROR_RULES.find((rule) => rule.code === wantedCode && rule.subcode === wantedSubcode);
	// Some references print a subcode as if it were the code.
	if (subcode === undefined) return found(code, undefined) ?? found(undefined, code);
	return found(code, subcode) ?? found(undefined, subcode) ?? found(code, undefined);
}
