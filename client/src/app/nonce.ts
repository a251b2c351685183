/**
 * The nonce that the server wrote into index.html for this page. Styles that Mantine and react-remove-scroll add at
 * run time carry it; without it the content security policy refuses them.
 */
export function pageNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  // Browsers hide the attribute from scripts once the element is in the document; the property stays readable.
  return meta?.nonce ?? '';
}
