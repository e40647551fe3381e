import { field, type InputOf, type Problem } from '../../../shared/operation';

const dates = {
	dismissalDate: field.optionalMoment({ displayName: 'Dismissal Date', description: 'When the activity is taken off the screen; a past time does so at once' }),
	staleDate: field.optionalMoment({ displayName: 'Stale Date', description: 'From when its content counts as outdated' }),
};

/** Of all calls about an activity. */
export const activityFields = {
	appId: field.requiredId({ displayName: 'App ID', description: 'Of an iOS app; shown as API key in App Settings' }),
	activityId: field.requiredId({ displayName: 'Activity ID', description: 'Your own, by which the activity is updated and ended', placeholder: 'match-2026-11-21' }),
	contentState: field.jsonObject({ displayName: 'Content State', description: 'What changes, in the shape that the app defines, for instance {"homeScore": 0}' }),
};

export const startFields = {
	...activityFields,
	activityAttributesType: field.requiredId({ displayName: 'Activity Attributes Type', description: 'As the app registers it', placeholder: 'FootballActivity' }),
	activityAttributes: field.jsonObject({ displayName: 'Activity Attributes', description: 'What never changes, for instance {"home": "Chiefs"}' }),
	alertTitle: field.requiredText({ displayName: 'Alert Title' }),
	alertBody: field.requiredText({ displayName: 'Alert Body' }),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: { ...dates, notification: field.jsonObject({ displayName: 'Notification', description: 'Further parts of the apple_push object, beside its alert' }) },
	}),
};

export const updateFields = {
	...activityFields,
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			...dates,
			endActivity: field.toggle({ displayName: 'End Activity', description: 'Whether this update is the last one', initial: true }),
			notification: field.jsonObject({ displayName: 'Notification', description: 'An apple_push object that alerts the user, for instance {"alert": {"title": "Goal", "body": "1:0"}}' }),
		},
	}),
};

type Common = InputOf<typeof activityFields> & { more: InputOf<typeof updateFields>['more'] };

const commonBody = ({ appId, activityId, contentState, more }: Common): Record<string, unknown> => ({
	app_id: appId,
	activity_id: activityId,
	content_state: contentState,
	dismissal_date: more.dismissalDate,
	stale_date: more.staleDate,
});

export const updateBody = (input: InputOf<typeof updateFields>): Record<string, unknown> => ({ ...commonBody(input), end_activity: input.more.endActivity, notification: input.more.notification });

/** Beside whom it is started for. */
export const startBody = (input: InputOf<typeof startFields>): Record<string, unknown> => ({
	...commonBody(input),
	activity_attributes_type: input.activityAttributesType,
	activity_attributes: input.activityAttributes,
	notification: { ...input.more.notification, alert: { title: input.alertTitle, body: input.alertBody } },
});

export function checkStart({ activityAttributes, contentState }: Pick<InputOf<typeof startFields>, 'activityAttributes' | 'contentState'>): Problem | undefined {
	if (Object.keys(contentState).length === 0) return { displayName: 'Content State', message: 'is empty' };
	return Object.keys(activityAttributes).length === 0 ? { displayName: 'Activity Attributes', message: 'is empty' } : undefined;
}
