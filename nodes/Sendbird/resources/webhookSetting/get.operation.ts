import type { IDataObject } from 'n8n-workflow';
import { callOperation, field } from '../../../shared/operation';
import { readSettingCall, SETTING_DOCS, settingOf } from '../../webhooks/webhookSetting';

export const get = callOperation({
	name: 'Get',
	action: 'Get the webhook setting',
	description: 'Read where the application sends its Chat webhooks, and which',
	documentation: SETTING_DOCS,
	calls: ['GET /v3/applications/settings/webhook'],
	fields: { allCategories: field.toggle({ displayName: 'All Categories', description: 'Whether all categories that could be chosen are listed too', initial: false }) },
	retry: 'safe',
	request: ({ allCategories }) => readSettingCall(allCategories),
	outcome: (answer) => settingOf(answer) as IDataObject,
});
