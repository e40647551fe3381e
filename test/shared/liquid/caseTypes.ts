import type { RenderOptions } from '../../../nodes/shared/liquid';

/**
 * How sure a case is. documented: the vendor's pages say so. run: seen in a real engine. peer: learned from
 * another open client. unsure: sources disagree or are silent. ours: our own rule (limits, errors, leniency).
 */
export type Mark = 'documented' | 'run' | 'peer' | 'unsure' | 'ours';

export type Outcome =
	| string
	| { aborted: string }
	| { error: RegExp; line?: number; column?: number }
	| { text: string; warns: RegExp }
	| { text: string; extras: Record<string, string> };

export type CaseOptions = Partial<RenderOptions>;

/** Template, what comes out, how sure, and what the render is given besides the section's context. */
export type LiquidCase = [template: string, outcome: Outcome, mark: Mark, options?: CaseOptions];

export interface Section {
	/** Number and name in the facts' order, e.g. "3.2 attributes". */
	title: string;
	options: CaseOptions;
	cases: LiquidCase[];
}

export function section(title: string, options: CaseOptions, cases: LiquidCase[]): Section {
	return { title, options, cases };
}
