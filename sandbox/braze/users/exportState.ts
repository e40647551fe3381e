/** Exports that run, and the files of those that are done. */
export class ExportState {
	/** Segments (and the control group) with an export under way: one at a time. */
	readonly running = new Set<string>();

	/** File name → the ZIP's bytes. */
	readonly files = new Map<string, Buffer>();

	reset(): void {
		this.running.clear();
		this.files.clear();
	}
}
