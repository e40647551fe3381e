import type { Resource } from '../../../shared/operation';
import { create } from './create.operation';
import { estimate } from './estimate.operation';
import { getMany } from './getMany.operation';
import { getReport } from './getReport.operation';
import { stop } from './stop.operation';

export const campaign: Resource = { name: 'Campaign', operations: { create, estimate, getMany, getReport, stop } };
