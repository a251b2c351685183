/** Colours of labels by name, so that both themes can show them with enough contrast. Apart from their schema: pages need only the names. */
export const labelColours = [
  'gray',
  'red',
  'pink',
  'grape',
  'indigo',
  'blue',
  'teal',
  'green',
  'yellow',
  'orange',
] as const;
