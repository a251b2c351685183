import { Router } from 'express';
import type { Ports } from '../../../usecases/context.ts';
import { readPolicy } from '../../../usecases/settings/settings.ts';
import { nonceOf } from '../contentSecurity.ts';
import { route } from '../route.ts';

/**
 * The document that an embedded page is shown in (SPEC 30). The application itself frames nothing but this; this frames only what the
 * tenant allows, by its own policy, read at each load. The page's address comes in the fragment: it may hold what a customer said, and
 * fragments reach no server and no log.
 */
export function pageFrameRoutes(ports: Ports): Router {
  const router = Router();
  router.get(
    '/api/page-frame',
    route(async ({ context, response }) => {
      const { pages } = await readPolicy(ports, context);
      const nonce = nonceOf(response);
      const sources = pages.length === 0 ? "'none'" : pages.map((host) => `https://${host}`).join(' ');
      response
        .set({
          'Content-Security-Policy': [
            "default-src 'none'",
            `script-src 'nonce-${nonce}'`,
            `style-src 'nonce-${nonce}'`,
            `frame-src ${sources}`,
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
          ].join('; '),
          'X-Frame-Options': 'SAMEORIGIN',
          'Referrer-Policy': 'no-referrer',
        })
        .type('html')
        .send(frameDocument(nonce));
    }),
  );
  return router;
}

function frameDocument(nonce: string): string {
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<title>Daihon</title>
<style nonce="${nonce}">html, body, iframe { width: 100%; height: 100%; margin: 0; border: 0; display: block; }</style>
</head>
<body>
<script nonce="${nonce}">
const address = decodeURIComponent(location.hash.slice(1));
if (address.startsWith('https://')) {
  const page = document.createElement('iframe');
  page.setAttribute('sandbox', 'allow-scripts allow-forms allow-popups');
  page.referrerPolicy = 'no-referrer';
  page.addEventListener('load', () => parent.postMessage({ pageFrame: 'loaded' }, location.origin));
  document.addEventListener('securitypolicyviolation', () => parent.postMessage({ pageFrame: 'refused' }, location.origin));
  page.src = address;
  document.body.append(page);
}
</script>
</body>
</html>
`;
}
