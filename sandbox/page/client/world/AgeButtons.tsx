import { control } from '../net/control';
import { attempt, say } from '../state/toast';
import { Icon } from '../ui/Icon';

const HOUR = 3600;

const AGES = [
	{ title: '1 h', words: '1 hour', seconds: HOUR },
	{ title: '24 h', words: '24 hours', seconds: 24 * HOUR },
	{ title: '4 days', words: '4 days', seconds: 96 * HOUR },
] as const;

async function age(seconds: number, words: string): Promise<void> {
	await control('POST', '/age', { seconds });
	await control('POST', '/page/notes', { text: `the world is ${words} older` });
	say(`The world is ${words} older.`);
}

/** Stored times move back and what is due happens: windows shut, solved tickets close. */
export const AgeButtons = () => (
	<div class="ages" role="group" aria-label="Age the world" title="Age the world: after 24 hours Messenger’s window shuts, after 4 days solved tickets close">
		<Icon name="clock" />
		{AGES.map(({ title, words, seconds }) => (
			<button key={title} type="button" class="segment" onClick={() => void attempt(() => age(seconds, words))}>
				<span class="said">Age the world by </span>
				{`+${title}`}
			</button>
		))}
	</div>
);
