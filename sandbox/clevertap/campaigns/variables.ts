import type { Json, JsonObject } from '../json';

/** What a text may speak of: `Profile`, `Event`, `Campaign`, `ExternalTrigger`. */
export type Scope = Record<string, JsonObject>;

/** `{{Profile.Name}}`, `{{ Event["Product name"] }}`, `{{Profile.Name | default: "friend"}}` */
const VARIABLE = /\{\{\s*(\w+)(?:\.(\w+)|\[\s*["']([^"']+)["']\s*\])\s*(?:\|\s*default:\s*["']([^"']*)["']\s*)?\}\}/g;

export const hasVariables = (text: string): boolean => text.search(VARIABLE) !== -1;

const textOf = (value: Json | undefined): string => (value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));

/** The text with its variables filled in, unescaped; what is unknown is empty. */
export const fill = (text: string, scope: Scope): string =>
	text.replace(VARIABLE, (_whole, root: string, plain: string | undefined, quoted: string | undefined, fallback: string | undefined) => {
		const name = plain ?? quoted ?? '';
		const part = Object.hasOwn(scope, root) ? scope[root] : {};
		const value = textOf(Object.hasOwn(part, name) ? part[name] : undefined);
		return value === '' ? (fallback ?? '') : value;
	});
