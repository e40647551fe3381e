import { z } from '../../shared/schema';
import { objectBody, type Answer, type Call } from '../../shared/transport/call';
import type { Failure, FailureClass } from '../../shared/transport/failure';
import type { Vendor } from '../../shared/transport/vendor';
import { braze } from '../api';
import { classify } from '../errorEnvelope';

/** Catalogs tell errors in a form of their own: an id, and which value of which parameter was wrong. */
const catalogError = z.object({
	id: z.string(),
	message: z.string().optional(),
	parameters: z.array(z.string()).default([]),
	parameter_values: z.array(z.unknown()).default([]),
});
type CatalogError = z.infer<typeof catalogError>;

/** A refusal that says what of the call it is about: items, fields, the catalog. */
interface NamingFailure extends Failure {
	named: string[];
}

const CLASSES: ReadonlyArray<[RegExp, FailureClass]> = [
	[/not-found$/, 'notFound'],
	[/already-exists?$/, 'conflict'],
];

/** What to do, by the error's id. */
const FIXES: ReadonlyArray<[RegExp, string]> = [
	[/^catalog-not-found/, 'Check the name of the catalog in Data Settings > Catalogs; capitals count.'],
	[/^item-not-found/, 'Check the Item ID; Replace makes an item where there is none.'],
	[/^item-already-exists/, 'There is an item with this ID: use Update or Replace.'],
	[/^invalid-fields/, 'Every value needs a field of the same name in the catalog; capitals count. Create the field first.'],
	[/^unable-to-coerce/, 'A value does not fit the type of its field: see the types in Data Settings > Catalogs.'],
	[/^items-too-large/, 'Shorten the values: Braze takes 5,000 characters each.'],
	[/^invalid-keys/, 'Names inside objects may not hold a dot or a dollar sign.'],
	[/size-limit|limit-reached|-limit$/, 'The limit of the plan is reached: delete what is not needed, or ask your Braze account manager.'],
];

const isAName = (parameter: string | undefined): boolean => /(^|_)(ids?|names?)$/.test(parameter ?? '');

function namedBy({ parameters, parameter_values: values }: CatalogError): string[] {
	const names = values.filter((_, at) => isAName(parameters[at]));
	return (names.length > 0 ? names : values).flat().filter((value) => typeof value === 'string');
}

function wordsOf({ id, message, parameters, parameter_values: values }: CatalogError): string {
	const about = parameters.map((parameter, at) => `${parameter} ${JSON.stringify(values[at])}`).join(', ');
	return `${message ?? id}${about === '' ? '' : ` (${about})`}`;
}

function classifyCatalog(answer: Answer, call: Call): Failure | undefined {
	const failure = classify(answer, call);
	const errors = z.array(catalogError).nonempty().safeParse(objectBody(answer).errors);
	if (failure === undefined || !errors.success) return failure;
	const [{ id }] = errors.data;
	const told: NamingFailure = {
		...failure,
		class: CLASSES.find(([shape]) => shape.test(id))?.[1] ?? failure.class,
		code: id,
		message: `Braze: ${errors.data.map(wordsOf).join('; ')}`,
		fix: FIXES.find(([shape]) => shape.test(id))?.[1] ?? failure.fix,
		named: errors.data.flatMap(namedBy),
	};
	return told;
}

/** Braze, with the errors of catalogs read. */
export const catalogVendor: Vendor = { ...braze, classify: classifyCatalog };

const naming = z.object({ named: z.array(z.string()) });

/** The objects of the call that a refusal names. */
export function namedIn(failure: Failure): ReadonlySet<string> {
	const parsed = naming.safeParse(failure);
	return new Set(parsed.success ? parsed.data.named : []);
}
