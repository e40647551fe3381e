import {
	AssignTag,
	BreakTag,
	CaseTag,
	CommentTag,
	ContinueTag,
	CycleTag,
	DecrementTag,
	EchoTag,
	ForTag,
	IfTag,
	IncrementTag,
	InlineCommentTag,
	LiquidTag,
	TablerowTag,
	UnlessTag,
} from '../engine';
import { arrayFilters } from '../filters/array';
import { cryptoFilters } from '../filters/crypto';
import { dateFilters } from '../filters/date';
import { defaultFilter } from '../filters/default';
import type { FilterGroup } from '../filters/filter';
import { htmlFilters } from '../filters/html';
import { jsonFilters } from '../filters/json';
import { mathFilters } from '../filters/math';
import { moneyFilters } from '../filters/money';
import { textFilters } from '../filters/text';
import { urlFilters } from '../filters/url';
import { CaptureTag } from '../tags/capture';
import type { TagClass } from './dialect';

/** Tags of Ruby's Liquid that every dialect has. `raw` and `comment` are the scanner's. */
export const standardTags: Record<string, TagClass> = {
	assign: AssignTag,
	break: BreakTag,
	capture: CaptureTag,
	case: CaseTag,
	comment: CommentTag,
	continue: ContinueTag,
	cycle: CycleTag,
	decrement: DecrementTag,
	echo: EchoTag,
	for: ForTag,
	if: IfTag,
	increment: IncrementTag,
	liquid: LiquidTag,
	tablerow: TablerowTag,
	unless: UnlessTag,
	'#': InlineCommentTag,
};

export const allFilters: FilterGroup = {
	...arrayFilters,
	...cryptoFilters,
	...dateFilters,
	...defaultFilter,
	...htmlFilters,
	...jsonFilters,
	...mathFilters,
	...moneyFilters,
	...textFilters,
	...urlFilters,
};

export const fileTags: Record<string, string> = Object.fromEntries(
	['include', 'render', 'layout', 'block', 'section'].map((name) => [name, 'There are no template files here; use a content block, or paste the text.']),
);
