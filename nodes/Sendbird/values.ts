/** Sendbird takes times in Unix ms. */
export const unixMs = (isoTime: string | undefined): number | undefined => (isoTime === undefined ? undefined : Date.parse(isoTime));

/** A list parameter in a query; absent where it is empty. */
export const commaList = (values: readonly string[] | undefined): string | undefined => (values === undefined || values.length === 0 ? undefined : values.join(','));

/** A list in a body; absent where the field was left empty. */
export const filled = <T>(values: readonly T[] | undefined): readonly T[] | undefined => (values === undefined || values.length === 0 ? undefined : values);
