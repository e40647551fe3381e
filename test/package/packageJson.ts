import { registeredNodes } from '../support/registered';

export { credentials, packageJson, root, sourceOf } from '../support/registered';

/** Every node that package.json registers, made from its source. */
export const nodes = registeredNodes();
