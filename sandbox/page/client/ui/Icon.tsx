/** Own drawings on a 16 × 16 grid, in the colour of the text. Always beside words or a label, so hidden from screen readers. */
const PATHS = {
	phone: 'M5 1.500h6a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM7 12.500h2',
	headset: 'M2.500 9.500V8a5.500 5.500 0 0 1 11 0v1.500M2.500 9h2v4h-2zM11.500 9h2v4h-2zM13 13c0 1.500-2 2-4 2',
	arrived: 'M2 4h12v8.500H2zM2 4.500l6 4.500 6-4.500',
	out: 'M2 8h10.500M9 4.500 12.500 8 9 11.500',
	in: 'M14 8H3.500M7 4.500 3.500 8 7 11.500',
	note: 'M8 7.500v4M8 4.600v.3M8 1.800a6.200 6.200 0 1 1 0 12.400A6.200 6.200 0 0 1 8 1.800z',
	chat: 'M2 3h12v8H8l-3.500 3v-3H2z',
	bell: 'M4 11V7.500a4 4 0 0 1 8 0V11l1.200 1.500H2.800zM6.800 14.200h2.400',
	ticket: 'M2 4.500h12v2.300a1.300 1.300 0 0 0 0 2.400v2.300H2V9.200a1.300 1.300 0 0 0 0-2.400zM10 5v6',
	megaphone: 'M2.500 6.500v3l2 .3L11.500 13V3L4.500 6.200zM13.500 6.500v3M5 10l.8 4h1.700L7 10.800',
	send: 'M2 8 14 2.500 10.500 14 8 9.200zM8 9.200 14 2.500',
	clock: 'M8 1.800a6.200 6.200 0 1 1 0 12.400A6.200 6.200 0 0 1 8 1.800zM8 4.500V8l2.500 1.800',
	bolt: 'M9 1.500 3.500 9H8l-1 5.500L12.500 7H8z',
	close: 'M3.500 3.500l9 9M12.500 3.500l-9 9',
	open: 'M6.500 3H3v10h10V9.500M9 3h4v4M13 3 7.500 8.500',
	plus: 'M8 3v10M3 8h10',
	search: 'M7 2.500a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9zM10.300 10.300 14 14',
	theme: 'M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12',
	reset: 'M13 8a5 5 0 1 1-1.600-3.700M13 2v3h-3',
	down: 'M8 3v9M4.500 8.500 8 12l3.500-3.500',
	chart: 'M2.500 13.500h11M4.500 11V8M8 11V4M11.500 11V6.500',
	link: 'M6.500 9.500l3-3M7 4.500 8.500 3a3 3 0 0 1 4.500 4.500L11.500 9M9 11.500 7.500 13A3 3 0 0 1 3 8.500L4.500 7',
} as const;

export type IconName = keyof typeof PATHS;

export const Icon = ({ name }: { name: IconName }) => (
	<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
		<path d={PATHS[name]} />
	</svg>
);
