// The only file that imports liquidjs. It imports nothing of ours: the build bundles it in place with
// the browser build of liquidjs (no file system), and a second copy of our classes would break `instanceof`.
export {
	BreakTag,
	CommentTag,
	Context,
	ContinueTag,
	Drop,
	InlineCommentTag,
	Liquid,
	Parser,
	Tag,
	Token,
	TokenKind,
	Tokenizer,
} from 'liquidjs';

export type { Comparable, Emitter, TagToken, Template, TopLevelToken, ValueToken } from 'liquidjs';
