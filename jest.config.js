/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.check.json', diagnostics: false }] },
	// n8n-core pulls in ESM-only packages that its own CommonJS build reaches through require.
	transformIgnorePatterns: ['/node_modules/'],
	testTimeout: 30_000,
	// n8n-core is loaded anew for each file and never wholly let go: workers are replaced before all files together outgrow one process.
	maxWorkers: 2,
	workerIdleMemoryLimit: '1GB',
};
