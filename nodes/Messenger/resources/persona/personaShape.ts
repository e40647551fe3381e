import { field } from '../../../shared/operation';
import { z } from '../../../shared/schema';

export const personaShape = z.object({ id: z.coerce.string() }).passthrough();

export const personaIdField = field.requiredId({ displayName: 'Persona ID' });

export const PERSONA_DOCS = 'https://developers.facebook.com/docs/messenger-platform/send-messages/personas/';
