import type { CompiledTemplate } from './render/contentBlocks';

const TEMPLATES_KEPT = 200;
/** UTF-16 units of all templates kept. */
const CHARACTERS_KEPT = 2_000_000;

interface Entry {
	/** Limits and block name it was parsed under. */
	key: string;
	compiled: CompiledTemplate;
}

/** The templates used last, bounded in number and size. Compiled templates hold no data of any render. */
export class TemplateCache {
	private readonly entries = new Map<string, Entry>();
	private characters = 0;
	private latest: string | undefined;

	get(template: string, key: string): CompiledTemplate | undefined {
		const entry = this.entries.get(template);
		if (entry?.key !== key) return undefined;
		// Moving the entry to the end costs more than finding it; the one used last is there already.
		if (template !== this.latest) {
			this.entries.delete(template);
			this.entries.set(template, entry);
			this.latest = template;
		}
		return entry.compiled;
	}

	set(template: string, key: string, compiled: CompiledTemplate): void {
		if (this.entries.delete(template)) this.characters -= template.length;
		this.entries.set(template, { key, compiled });
		this.latest = template;
		this.characters += template.length;
		for (const oldest of this.entries.keys()) {
			if (this.entries.size <= TEMPLATES_KEPT && this.characters <= CHARACTERS_KEPT) break;
			this.entries.delete(oldest);
			this.characters -= oldest.length;
		}
	}
}
