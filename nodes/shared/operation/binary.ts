import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from '../schema';
import type { Field } from './field';

/** A file that came along with the item. Its bytes are read when an operation asks for them, so that a thousand items are not all held at once. */
export interface BinaryInput {
	fileName: string;
	mimeType: string;
	bytes: () => Promise<Buffer>;
}

const binaryInput = z.custom<BinaryInput>((value) => typeof value === 'object' && value !== null && 'bytes' in value, { message: 'names no file of this item' });

/** A file of the input item, by the name of its binary property. */
export function binary(about: { displayName: string; description?: string }): Field<BinaryInput> {
	return {
		property: {
			...about,
			description: about.description ?? 'The name of the input\'s binary property that holds the file',
			hint: 'The name is shown in the Binary tab of the node before',
			type: 'string',
			default: 'data',
			required: true,
		},
		holds: 'binary',
		schema: binaryInput,
	};
}

/** The item's file of that name; throws where it has none. */
export function binaryOf({ helpers }: Pick<IExecuteFunctions, 'helpers'>, index: number, name: string): BinaryInput {
	const { fileName, mimeType } = helpers.assertBinaryData(index, name);
	return { fileName: fileName ?? 'file', mimeType, bytes: async () => await helpers.getBinaryDataBuffer(index, name) };
}
