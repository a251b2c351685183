/** An update that no honest editor sends. The message says which rule it breaks and never holds content. */
export class InvalidUpdate extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'InvalidUpdate';
  }
}

/** The same, but honest from a client that has not yet sent what it wrote while it was away: the missing part is on its way. */
export class MissingPart extends InvalidUpdate {}
