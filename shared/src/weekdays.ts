/** In the order of a calendar that begins with Monday. Apart from the settings' schema: pages need only the names. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
