import type { z } from 'zod';
import type { World } from '../core/world';

/** A question to the control API, as a browser would ask it; undefined where the vendor is not there or knows no such thing. */
export async function ask<Output>(world: World, path: string, shape: z.ZodType<Output, z.ZodTypeDef, unknown>): Promise<Output | undefined> {
	// A server that is being closed answers nobody.
	const answer = await fetch(`${world.options.baseUrl}${path}`).catch(() => undefined);
	if (answer?.status !== 200) return undefined;
	return shape.parse(await answer.json());
}
