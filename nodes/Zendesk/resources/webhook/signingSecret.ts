import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { z } from '../../../shared/schema';
import type { Answer } from '../../../shared/transport/call';

const secretShape = z.object({ signing_secret: z.object({ algorithm: z.string().optional(), secret: z.string().min(1) }) });

/**
 * What may be told of a signing secret: enough to see that it changed, and not enough to sign with. n8n stores items and shows them to whoever may see
 * executions, so the secret itself never becomes part of one; the trigger node fetches it, and a person reads it in the Admin Center.
 */
export function toldSecret(answer: Answer, webhookId: string): IDataObject {
	const { algorithm = 'SHA256', secret } = secretShape.parse(answer.body).signing_secret;
	return { webhookId, algorithm, fingerprint: createHash('sha256').update(secret).digest('hex').slice(0, 12) };
}
