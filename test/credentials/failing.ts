import type { ICredentialTestRequest } from 'n8n-workflow';

/** As n8n reads it: `user.id` of anything at all. */
const at = (body: unknown, key: string): unknown => key.split('.').reduce<unknown>((value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined), body);

/** What n8n's test of a credential says of a 200 with this body; undefined where it passes. */
export const failing = ({ test }: { test: ICredentialTestRequest }, body: unknown): string | undefined =>
	test.rules?.flatMap((rule) => (rule.type === 'responseSuccessBody' && at(body, rule.properties.key) === rule.properties.value ? [rule.properties.message] : []))[0];
