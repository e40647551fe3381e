export const unixSeconds = (isoTime: string): number => Math.floor(Date.parse(isoTime) / 1000);

/** A point in time as CleverTap knows one in profiles and events: `$D_` with Unix seconds. Any other text is a text to its filters. */
export const dateValue = (isoTime: string): string => `$D_${unixSeconds(isoTime)}`;
