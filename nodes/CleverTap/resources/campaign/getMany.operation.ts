import type { IDataObject } from 'n8n-workflow';
import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { checkDays, dayFields } from '../../query/dayFields';

const shape = z.object({ targets: z.array(z.record(z.unknown()), { required_error: 'it has no "targets"' }) }, { invalid_type_error: 'it is no JSON object' });

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many campaigns',
	description: 'List the campaigns that were made through the API between two days; those of the dashboard are not among them',
	documentation: 'https://developer.clevertap.com/docs/campaign-object',
	calls: ['POST /1/targets/list.json'],
	fields: { ...dayFields, ...limitFields },
	check: checkDays,
	retry: 'safe',
	request: ({ from, to }) => ({ method: 'POST', path: '/1/targets/list.json', body: { from, to } }),
	page: { next: () => undefined, most: mostOf },
	outcome: (answer) => shape.parse(answer.body).targets as IDataObject[],
});
