import type { Resource } from '../../../shared/operation';
import { lint } from './lint.operation';
import { preview } from './preview.operation';
import { render } from './render.operation';

export const template: Resource = { name: 'Template', operations: { lint, preview, render } };
