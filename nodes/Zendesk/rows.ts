import type { IDataObject } from 'n8n-workflow';
import { z } from '../shared/schema';
import { objectBody, type Answer } from '../shared/transport/call';

const record = z.record(z.unknown());

/** The list that stands under `key` in an answer; throws a ZodError where it is none. */
export const rowsIn = (answer: Answer, key: string): IDataObject[] => record.array().parse(objectBody(answer)[key]) as IDataObject[];

/** The one record that stands under `key`. */
export const recordIn = (answer: Answer, key: string): IDataObject => record.parse(objectBody(answer)[key]) as IDataObject;
