import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon, type IconName } from './Icon';

export interface Tab<Name extends string> {
	name: Name;
	title: string;
	icon: IconName;
}

interface Props<Name extends string> {
	label: string;
	tabs: ReadonlyArray<Tab<Name>>;
	chosen: Name;
	choose: (name: Name) => void;
	children: ComponentChildren;
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs as the ARIA pattern has them: arrows move and choose, Tab leaves for the panel. */
export function Tabs<Name extends string>({ label, tabs, chosen, choose, children }: Props<Name>) {
	const list = useRef<HTMLDivElement>(null);
	const panel = `${label.replaceAll(/\W/g, '-')}-panel`;

	const go = (index: number): void => {
		const tab = tabs[(index + tabs.length) % tabs.length];
		choose(tab.name);
		list.current?.querySelector<HTMLElement>(`[data-tab="${tab.name}"]`)?.focus();
	};
	const onKeyDown = (event: KeyboardEvent): void => {
		const at = tabs.findIndex(({ name }) => name === chosen);
		if (event.key in STEPS) go(at + STEPS[event.key]);
		else if (event.key === 'Home') go(0);
		else if (event.key === 'End') go(tabs.length - 1);
		else return;
		event.preventDefault();
	};

	return (
		<>
			<div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
				{tabs.map(({ name, title, icon }) => (
					<button
						key={name} type="button" role="tab" class="tab" data-tab={name} id={`${panel}-${name}`}
						aria-selected={name === chosen} aria-controls={panel} tabIndex={name === chosen ? 0 : -1}
						onClick={() => choose(name)}
					>
						<Icon name={icon} />
						{title}
					</button>
				))}
			</div>
			<div class="tab-panel" role="tabpanel" id={panel} aria-labelledby={`${panel}-${chosen}`}>
				{children}
			</div>
		</>
	);
}
