/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command of its own, not a node */
import { operationsPage } from './operationsTable';
import { vendors } from './vendors';

process.stdout.write(operationsPage(vendors));
