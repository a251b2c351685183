import 'react';

declare module 'react' {
  /** Custom properties in `style`, for colours that belong to a person. */
  interface CSSProperties {
    '--peer'?: string | undefined;
    '--group'?: string | undefined;
    /** How many times as large as usual. */
    '--scale'?: number | undefined;
  }
}
