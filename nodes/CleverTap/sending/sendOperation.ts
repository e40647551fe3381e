import { batchOperation, field, type FieldSet, type InputOf, type Operation } from '../../shared/operation';
import type { Channel } from '../campaign/channels/channel';
import { recipientFields, toldOf } from '../userFields';
import { acceptedOf } from './accepted';
import { MOST_USERS, sendKey } from './recipients';

const providerField = field.requiredId({ displayName: 'Provider Nickname', description: 'Of the provider under Settings > Channels' });

const more = field.extras({
	displayName: 'Additional Fields',
	placeholder: 'Add Field',
	fields: {
		batchSize: field.wholeNumber({ displayName: 'Batch Size', description: `Users a call; up to ${MOST_USERS} are known to work. A user who is twice in a call may be reached once.`, initial: MOST_USERS, min: 1, max: MOST_USERS }),
		json: field.jsonObject({ displayName: 'Other Fields as JSON', description: 'Whatever else CleverTap takes: tag_group, respect_frequency_caps, message_id (for WhatsApp, up to 8 characters) … but not "to" and not "content"' }),
		lowerCaseKeys: field.toggle({ displayName: 'Lower-Case Keys', description: 'Whether users are named under "identity" and "email" in place of "Identity" and "Email": known samples differ. Try it where CleverTap says that "to" names nobody.', initial: true }),
	},
});

const OURS = ['to', 'content', 'provider_nick_name'];

interface About {
	name: string;
	action: string;
	description: string;
}

/** One message, written here, to the users of the items: `/1/send/….json`. Known from clients of others; a lost answer is unknown. */
export function sendOperation<F extends FieldSet>({ mode, byProvider, fields: own, check, content }: Channel<F>, about: About): Operation {
	const fields = { ...recipientFields, ...(byProvider ? { providerName: providerField } : {}), ...own, more };
	type Input = InputOf<typeof recipientFields & { more: typeof more } & { providerName?: typeof providerField }> & Partial<InputOf<F>>;
	const asInput = (input: unknown): Input => input as Input;
	const path = `/1/send/${mode}.json`;
	const commonOf = ({ providerName, ...input }: Input) => ({ provider_nick_name: providerName, content: content(input as unknown as Partial<InputOf<F>>), ...input.more.json });

	return batchOperation({
		...about,
		documentation: 'https://developer.clevertap.com/docs/create-campaign-api',
		calls: [`POST ${path}`],
		fields,
		check: (raw) => {
			const input = asInput(raw);
			const taken = Object.keys(input.more.json ?? {}).find((key) => OURS.includes(key));
			return taken === undefined ? check(input as unknown as Partial<InputOf<F>>) : { displayName: 'Other Fields as JSON', message: `may not hold "${taken}", which the form says` };
		},
		retry: 'onlyIfNothingHappened',
		batch: {
			size: (raw) => asInput(raw).more.batchSize ?? MOST_USERS,
			together: (raw) => {
				const input = asInput(raw);
				return JSON.stringify([sendKey(input.identifyBy, input.more.lowerCaseKeys === true), input.more.batchSize, commonOf(input)]);
			},
		},
		request: (raws) => {
			const inputs = raws.map(asInput);
			const [first] = inputs;
			return { method: 'POST', path, body: { to: { [sendKey(first.identifyBy, first.more.lowerCaseKeys === true)]: inputs.map(({ userId }) => userId) }, ...commonOf(first) } };
		},
		outcomes: (answer, raws) => acceptedOf(answer, raws.map((raw) => ({ ...toldOf(asInput(raw)), channel: mode }))),
	});
}
