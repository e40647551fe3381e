import type { PhoneMessage } from '../../../control/types';
import { fateWords } from '../model/words';
import { control } from '../net/control';
import { attempt } from '../state/toast';
import { useControl } from '../state/useControl';
import { customer } from '../state/view';
import { fates, people } from '../state/world';
import { Composer } from '../ui/Composer';
import { Conversation, type Bubble } from '../ui/Conversation';
import { NewCustomer } from './NewCustomer';

/** Words with a meaning of their own: the first opens a ticket, the others belong to Braze. */
const KEYWORDS = ['SUPPORT', 'STOP', 'START'] as const;

const bubble = ({ id, at, direction, text, media, by }: PhoneMessage, name: string): Bubble => {
	const own = direction === 'out';
	const fate = own ? fates.value.get(id) : undefined;
	return {
		id, at, text,
		side: own ? 'own' : 'other',
		by: own ? name : by,
		extra: media.length > 0 && <span class="media">{media.join('\n')}</span>,
		state: fate?.state,
		stateWords: own ? fateWords(fate) : undefined,
	};
};

/** The customer's phone: SMS through Braze. */
export function Phone() {
	const id = customer.value;
	const person = people.value.find((one) => one.id === id);
	const path = `/customer/${encodeURIComponent(id)}`;
	const { data, failed } = useControl<{ messages: PhoneMessage[] }>(`${path}/phone`, ({ vendor, kind }) => vendor === 'braze' && kind !== 'delivery');
	const text = (words: string): Promise<boolean> => attempt(() => control('POST', `${path}/messages`, { text: words }));
	return (
		<div class="pane">
			<div class="pane-head">
				<label class="field">
					<span>Phone of</span>
					<select value={id} onChange={({ currentTarget }) => (customer.value = currentTarget.value)}>
						{person === undefined && <option value={id}>{id}</option>}
						{people.value.map((one) => (
							<option key={one.id} value={one.id}>{one.name === one.id ? one.id : `${one.name} (${one.id})`}</option>
						))}
					</select>
				</label>
				<NewCustomer />
			</div>
			{failed === undefined ? (
				<Conversation label={`SMS of ${person?.name ?? id}`} bubbles={(data?.messages ?? []).map((message) => bubble(message, person?.name ?? id))} empty="No messages yet. Text SUPPORT to reach an agent." />
			) : (
				<p class="empty">{failed}</p>
			)}
			<Composer label={`SMS from ${person?.name ?? id}`} placeholder="Text as the customer" send={text} disabled={failed !== undefined}>
				<div class="chips" role="group" aria-label="Keywords">
					{KEYWORDS.map((word) => (
						<button key={word} type="button" class="chip" onClick={() => void text(word)}>{word}</button>
					))}
				</div>
			</Composer>
		</div>
	);
}
