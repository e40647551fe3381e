import type { Section } from '../caseTypes';
import * as behaviours from './behaviours';
import * as connectedContent from './connectedContent';
import * as dates from './dates';
import * as dialects from './dialects';
import * as filters from './filters';
import * as grammar from './grammar';
import * as limits from './limits';
import * as personalization from './personalization';
import * as sources from './sources';
import * as tags from './tags';

/** All sections of the suite, in the order of the facts. */
export const sections: Section[] = [grammar, tags, connectedContent, personalization, filters, dates, behaviours, limits, dialects, sources].flatMap(
	(file) => Object.values(file),
);
