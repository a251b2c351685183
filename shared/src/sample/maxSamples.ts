/** So many sample callers a script may have. Apart from the schemas: the editor's page loads none for it. */
export const maxSamples = 50;
