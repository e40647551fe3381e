import type { Certainty, Rule } from '../control/types';

const rule =
	(certainty: Certainty) =>
	(text: string): Rule => ({ text, certainty });

/** Braze's own pages say so. */
export const documented = rule('documented');
/** Other open clients agree on it; Braze's pages are silent. */
export const observed = rule('observed');
/** Nobody says; the sandbox is lenient here. */
export const unconfirmed = rule('unconfirmed');
/** The sandbox's own: a switch, a short cut, an exemption. */
export const sandboxRule = rule('sandbox');
