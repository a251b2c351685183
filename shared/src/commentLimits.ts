// Apart from the schemas: pages need no schema library for a number.

/** How much there may be: characters of a comment, of a quoted or proposed text; threads a script, messages a thread. */
export const commentLimits = {
  textCharacters: 2_000,
  quoteCharacters: 4_000,
  threadsPerScript: 500,
  messagesPerThread: 200,
} as const;
