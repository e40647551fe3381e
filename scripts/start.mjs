import './lib/command/checkNode.mjs';

// Loaded after the check: a Node that is too old cannot even read the rest, and would answer with a stack.
import('./commands/start.mjs');
