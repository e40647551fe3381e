import type { IDataObject } from 'n8n-workflow';
import type { InputOf } from '../../../shared/operation';
import { appIdField, seriesFields, seriesQuery } from '../../series';

export const kpiSeriesFields = { ...seriesFields, appId: appIdField };

export const kpiSeriesQuery = (input: InputOf<typeof kpiSeriesFields>): IDataObject => ({ ...seriesQuery(input), app_id: input.appId });
