import { BreakTag, CommentTag, ContinueTag, InlineCommentTag } from '../engine';
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
import { OUTPUT, TEXT } from '../grammar/pieces';
import { AssignTag } from '../tags/assign';
import { CaptureTag } from '../tags/capture';
import { CaseTag } from '../tags/case';
import { CycleTag } from '../tags/cycle';
import { EchoTag } from '../tags/echo';
import { ForTag } from '../tags/for';
import { IfTag, UnlessTag } from '../tags/if';
import { DecrementTag, IncrementTag } from '../tags/increment';
import { LiquidTag } from '../tags/liquid';
import { TablerowTag } from '../tags/tablerow';
import { TextTag } from '../tags/text';
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
	[OUTPUT]: EchoTag,
	[TEXT]: TextTag,
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
