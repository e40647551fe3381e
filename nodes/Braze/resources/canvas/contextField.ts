import { field } from '../../../shared/operation';

/** Formerly `canvas_entry_properties`. */
export const contextField = field.namedValues({ displayName: 'Context', description: 'What the Canvas may use as context.${name} in its Liquid; formerly the entry properties' });

export const filledContext = (context: Record<string, unknown>): Record<string, unknown> | undefined => (Object.keys(context).length > 0 ? context : undefined);
