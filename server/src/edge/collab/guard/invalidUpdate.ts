/** An update that no honest editor sends. The message says which rule it breaks and never holds content. */
export class InvalidUpdate extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'InvalidUpdate';
  }
}
