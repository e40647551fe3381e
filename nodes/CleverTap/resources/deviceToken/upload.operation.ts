import { batchStoryOperation, field, type InputOf } from '../../../shared/operation';
import { UPLOADS_AT_ONCE } from '../../api';
import { callKey, tokenBatchOptions, USUAL_TOKENS } from '../../upload/uploadFields';
import { uploadRecords, type Uploaded } from '../../upload/uploadRecords';

const fields = {
	objectId: field.requiredId({ displayName: 'Object ID', description: 'The ID that CleverTap gave the device; also called CleverTap ID' }),
	deviceId: field.requiredId({ displayName: 'Token', description: 'What the push service of the device gave the app; for web push the endpoint of the subscription' }),
	tokenType: field.choice({
		displayName: 'Token Type',
		options: [
			{ name: 'APNS', value: 'apns' },
			{ name: 'Chrome', value: 'chrome' },
			{ name: 'FCM', value: 'fcm' },
			{ name: 'Firefox', value: 'firefox' },
			{ name: 'Safari', value: 'safari' },
		],
		initial: 'fcm',
	}),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			...tokenBatchOptions,
			keys: field.jsonObject({ displayName: 'Keys', description: 'Of a web push subscription: {"auth": "…", "p256dh": "…"}' }),
			otherType: field.optionalId({ displayName: 'Other Token Type', description: 'In place of the type above, as CleverTap writes it' }),
		},
	}),
};

function uploaded({ objectId, deviceId, tokenType, more }: InputOf<typeof fields>): Uploaded {
	const type = more.otherType ?? tokenType;
	return {
		record: { type: 'token', objectId, tokenData: { id: deviceId, type, keys: more.keys } },
		mayBeRepeated: true,
		told: { objectId, type: 'token', tokenType: type },
	};
}

export const upload = batchStoryOperation({
	name: 'Upload',
	action: 'Upload device tokens',
	description: 'Give push tokens to devices, 100 a call unless you choose otherwise (how many CleverTap takes is not documented); each item gets its own result',
	documentation: 'https://developer.clevertap.com/docs/upload-device-tokens-api',
	calls: ['POST /1/upload'],
	parallel: UPLOADS_AT_ONCE,
	fields,
	retry: 'safe',
	batch: { size: ({ more }) => more.batchSize ?? USUAL_TOKENS, together: ({ more }) => callKey(more), inTurn: ({ objectId }) => objectId },
	story: async (inputs, door) => await uploadRecords(inputs.map(uploaded), inputs[0].more.dryRun === true, door),
});
