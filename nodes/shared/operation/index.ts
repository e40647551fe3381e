export { batchOperation } from './batchOperation';
export { callOperation } from './callOperation';
export { describe } from './describe';
export * as field from './fields';
export type { InputOf } from './fields';
export type { Operation, Problem, Resource, Resources } from './operation';
export { failed, success, type Outcome } from './outcome';
export { run } from './run';
export { storyOperation } from './storyOperation';
