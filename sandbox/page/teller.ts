/** Something that changes and tells whoever listens. */
export class Teller {
	private readonly listeners = new Set<() => void>();

	/** Returns the function that ends the subscription. */
	subscribe = (listener: () => void): (() => void) => {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	};

	protected get heard(): boolean {
		return this.listeners.size > 0;
	}

	protected changed(): void {
		for (const listener of this.listeners) listener();
	}
}
