/* eslint-disable @n8n/community-nodes/no-restricted-globals -- n8n reads its log level from the environment, once */
// Imported before n8n-core: failures are what many tests are about, and n8n logs each.
process.env.N8N_LOG_LEVEL = 'silent';

export {};
