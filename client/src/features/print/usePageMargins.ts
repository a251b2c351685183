import { useEffect } from 'react';
import { pageNonce } from '../../app/nonce.ts';

/** Title and page number in the margins of every sheet. Texts in a style sheet cannot break out of their quotes. */
export function usePageMargins(left: string, right: string): void {
  useEffect(() => {
    const style = document.createElement('style');
    style.nonce = pageNonce();
    style.textContent = `@page { size: A4; margin: 18mm 15mm 16mm;
      @top-left { content: ${quoted(left)}; font-size: 8pt; vertical-align: bottom; padding-bottom: 3mm; }
      @top-right { content: ${quoted(right)}; font-size: 8pt; vertical-align: bottom; padding-bottom: 3mm; }
      @bottom-center { content: counter(page) ' / ' counter(pages); font-size: 8pt; }
    }`;
    document.head.append(style);
    return () => style.remove();
  }, [left, right]);
}

/** Everything but letters and digits as its code. */
function quoted(text: string): string {
  const signs = Array.from(text, (sign) =>
    /[\p{L}\p{N} ]/u.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 32).toString(16)} `,
  );
  return `"${signs.join('')}"`;
}
