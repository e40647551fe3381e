import { splitText as split } from '../shared/text/splitText';

/** Characters of one text message; Meta says "under 2000" in one place and takes 2000. */
export const MOST_CHARACTERS = 2000;

/** A text in parts that Messenger takes, whole where it fits. */
export const splitText = (text: string, most = MOST_CHARACTERS): string[] => split(text, most);
