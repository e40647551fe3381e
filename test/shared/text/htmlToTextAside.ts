import { htmlToText } from '../../../nodes/shared/text/htmlToText';

/** `times` copies of a piece of HTML, as text: its length. */
export const answer = ({ piece, times }: { piece: string; times: number }): number => htmlToText(piece.repeat(times)).length;
