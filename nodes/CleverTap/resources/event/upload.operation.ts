import { batchStoryOperation, field, type InputOf, type Problem } from '../../../shared/operation';
import { UPLOADS_AT_ONCE } from '../../api';
import { dataProblem, eventNameProblem } from '../../names';
import { batchOptions, callKey, dataOf, datesField, MOST_RECORDS } from '../../upload/uploadFields';
import { uploadRecords, type Uploaded } from '../../upload/uploadRecords';
import { toldOf, uploadUserFields } from '../../userFields';
import { unixSeconds } from '../../values';

const fields = {
	...uploadUserFields,
	eventName: field.requiredId({ displayName: 'Event Name', description: 'Case and spaces do not tell names apart', placeholder: 'Order Shipped' }),
	properties: field.namedValues({ displayName: 'Properties', description: 'Details of the event. Choose the right type: a filter on a number does not see a text. Dates go below.' }),
	dates: datesField('Properties that are dates'),
	time: field.optionalMoment({ displayName: 'Time', description: 'When it happened; now when left blank. Live campaigns heed only events at most two hours old and two minutes ahead.' }),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: { ...batchOptions, propertiesJson: field.jsonObject({ displayName: 'Properties as JSON', description: 'Added to the properties above; the place for lists, such as the Items of the event Charged' }) },
	}),
};

type Input = InputOf<typeof fields>;

const MOST_PROPERTIES = 256;
const MOST_ITEMS = 256;

const propertiesOf = ({ properties, dates, more }: Input) => dataOf({ values: properties, dates, json: more.propertiesJson });

function check(input: Input): Problem | undefined {
	const properties = propertiesOf(input);
	const { Items: items } = properties;
	if (Object.keys(properties).length > MOST_PROPERTIES) return { displayName: 'Properties', message: `are more than ${MOST_PROPERTIES}, the most that CleverTap takes; newer accounts begin with 100` };
	if (input.eventName.toLowerCase() === 'charged' && Array.isArray(items) && items.length > MOST_ITEMS) return { displayName: 'Properties as JSON', message: `Items holds more than ${MOST_ITEMS}` };
	return eventNameProblem(input.eventName) ?? dataProblem('Properties', properties, false);
}

const uploaded = (input: Input): Uploaded => ({
	record: { type: 'event', [input.identifyBy]: input.userId, ts: input.time && unixSeconds(input.time), evtName: input.eventName, evtData: propertiesOf(input) },
	mayBeRepeated: false,
	told: { ...toldOf(input), type: 'event', eventName: input.eventName },
});

/** A time in the record does not make a repeat safe: nowhere does CleverTap say that it drops equal events. */
export const upload = batchStoryOperation({
	name: 'Upload',
	action: 'Upload events',
	description: 'Raise events, 1,000 a call and up to 15 calls at once; each item gets its own result. Where the answer is lost, the items are reported as unknown and not sent again.',
	documentation: 'https://developer.clevertap.com/docs/upload-events-api',
	calls: ['POST /1/upload'],
	parallel: UPLOADS_AT_ONCE,
	fields,
	check,
	retry: 'onlyIfNothingHappened',
	batch: { size: ({ more }) => more.batchSize ?? MOST_RECORDS, together: ({ more }) => callKey(more), inTurn: ({ identifyBy, userId }) => `${identifyBy} ${userId}` },
	story: async (inputs, door) => await uploadRecords(inputs.map(uploaded), inputs[0].more.dryRun === true, door),
});
