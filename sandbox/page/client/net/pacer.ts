/** Leaves most of a frame (16 ms) for drawing. */
const BUDGET_MS = 6;

export interface PacerOptions {
	/** Calls once, in the next frame. */
	soon: (work: () => void) => void;
	/** ms */
	now: () => number;
	/** Around all work of one frame, so that what it changes is drawn once. */
	around: (work: () => void) => void;
}

/** Does what comes in order, a few milliseconds of it a frame: ten thousand events at once neither freeze the page nor draw it ten thousand times. */
export class Pacer {
	private waiting: Array<() => void> = [];

	private begun = false;

	constructor(private readonly options: PacerOptions) {}

	add(work: () => void): void {
		this.waiting.push(work);
		this.begin();
	}

	private begin(): void {
		if (this.begun || this.waiting.length === 0) return;
		this.begun = true;
		this.options.soon(() => this.turn());
	}

	private turn(): void {
		const { now, around } = this.options;
		const until = now() + BUDGET_MS;
		const works = this.waiting;
		let done = 0;
		try {
			around(() => {
				do works[done++](); while (done < works.length && now() < until);
			});
		} finally {
			// One that fails is over too; those behind it still come.
			this.waiting = works.slice(done);
			this.begun = false;
			this.begin();
		}
	}
}
