/** One figure of a chart. */
export interface Bar {
	title: string;
	value: number;
	/** What counts as bad is drawn as such. */
	bad?: boolean;
}
