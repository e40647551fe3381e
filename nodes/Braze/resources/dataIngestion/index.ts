import type { Resource } from '../../../shared/operation';
import { dataIngestionVendor } from './dataIngestionVendor';
import { getMany } from './getMany.operation';
import { getSyncJobs } from './getSyncJobs.operation';
import { sync } from './sync.operation';

export const dataIngestion: Resource = { name: 'Data Ingestion', vendor: dataIngestionVendor, operations: { getMany, getSyncJobs, sync } };
