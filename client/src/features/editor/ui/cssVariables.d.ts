import 'react';

declare module 'react' {
  /** Custom properties in `style`, for colours that belong to a person. */
  interface CSSProperties {
    '--peer'?: string | undefined;
  }
}
