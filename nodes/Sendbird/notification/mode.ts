import type { Door } from '../../shared/transport/door';

/** From here on the oldest text calls a send "multi"; a smaller one may be "auto". */
const MULTI_FROM = 10;

/** What a send says about itself, in the words of the text that the credential chose. */
export function modeOf({ account }: Pick<Door, 'account'>, kind: 'realtime' | 'batch', targets: number): string {
	if (account?.modeWords !== 'singleMulti') return kind;
	if (kind === 'realtime') return 'single';
	return targets >= MULTI_FROM ? 'multi' : 'auto';
}
