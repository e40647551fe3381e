import { signal } from '@preact/signals';
import { Icon } from '../ui/Icon';

const KEY = 'sandbox-theme';
const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const kept = localStorage.getItem(KEY);
const theme = signal<Theme>(THEMES.find((one) => one === kept) ?? 'auto');

const apply = (): void => {
	document.documentElement.dataset.theme = theme.value;
};
apply();

function next(): void {
	theme.value = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length];
	localStorage.setItem(KEY, theme.value);
	apply();
}

const WORDS: Record<Theme, string> = { auto: 'as the system', light: 'light', dark: 'dark' };

/** Light, dark, or as the system says. */
export const ThemeButton = () => (
	<button type="button" class="button quiet icon-only" aria-label={`Theme: ${WORDS[theme.value]}`} title={`Theme: ${WORDS[theme.value]}`} onClick={next}>
		<Icon name="theme" />
	</button>
);
