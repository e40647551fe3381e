import { batchStoryOperation, field, type InputOf } from '../../../shared/operation';
import { isObject } from '../../../shared/text/isObject';
import { UPLOADS_AT_ONCE } from '../../api';
import { dataProblem } from '../../names';
import { batchOptions, callKey, dataOf, datesField, MOST_RECORDS } from '../../upload/uploadFields';
import { uploadRecords, type Uploaded } from '../../upload/uploadRecords';
import { toldOf, uploadUserFields } from '../../userFields';
import { unixSeconds } from '../../values';

const fields = {
	...uploadUserFields,
	profile: field.namedValues({ displayName: 'Profile', description: 'Name, Email, Phone (+14155551234), Gender (M or F), MSG-sms (true or false) … and attributes of your own. Choose the right type: a filter on a number does not see a text. Dates go below.' }),
	dates: datesField('Attributes that are dates, such as DOB'),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			...batchOptions,
			profileJson: field.jsonObject({
				displayName: 'Profile as JSON',
				description: 'Added to the profile above; the place for {"Visits": {"$incr": 1}}, {"Tags": {"$add": ["new"]}} and {"Tags": {"$remove": ["old"]}}',
			}),
			time: field.optionalMoment({ displayName: 'Time', description: 'When the change happened; now when left blank' }),
		},
	}),
};

type Input = InputOf<typeof fields>;

const profileOf = ({ profile, dates, more }: Input) => dataOf({ values: profile, dates, json: more.profileJson });

/** Sets of different texts end up the same when something is added or removed twice; every other operator may count again. */
const REPEATABLE = ['$add', '$remove'];

const countsAgain = (value: unknown): boolean => isObject(value) && Object.keys(value).some((name) => name.startsWith('$') && !REPEATABLE.includes(name));

function uploaded(input: Input): Uploaded {
	const profileData = profileOf(input);
	return {
		record: { type: 'profile', [input.identifyBy]: input.userId, ts: input.more.time && unixSeconds(input.more.time), profileData },
		mayBeRepeated: !Object.values(profileData).some(countsAgain),
		told: { ...toldOf(input), type: 'profile' },
	};
}

export const upload = batchStoryOperation({
	name: 'Upload',
	action: 'Upload profiles',
	description: 'Create or update profiles, 1,000 a call and up to 15 calls at once; each item gets its own result. Sent again on a lost connection, unless a counter is in the call.',
	documentation: 'https://developer.clevertap.com/docs/upload-user-profiles-api',
	calls: ['POST /1/upload'],
	parallel: UPLOADS_AT_ONCE,
	fields,
	check: (input) => dataProblem('Profile', profileOf(input), true),
	retry: 'safe',
	batch: { size: ({ more }) => more.batchSize ?? MOST_RECORDS, together: ({ more }) => callKey(more), inTurn: ({ identifyBy, userId }) => `${identifyBy} ${userId}` },
	story: async (inputs, door) => await uploadRecords(inputs.map(uploaded), inputs[0].more.dryRun === true, door),
});
