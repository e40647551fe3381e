import nock from 'nock';
import { resources } from '../../../../nodes/Sendbird/resources';
import { driveEvery } from '../../../support/drives';
import { drives } from './drives';
import { startDriver } from './sendbird';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../../support/quickSleep')>('../../../support/quickSleep').quick);

let started: Awaited<ReturnType<typeof startDriver>>;
beforeAll(async () => {
	// Loading it has put it before the network, which is a real one here.
	nock.restore();
	started = await startDriver();
});
afterAll(async () => await started.sandbox.close());

driveEvery({ resources, drives, begin: async () => await started.begin() });
