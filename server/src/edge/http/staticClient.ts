import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { constants, brotliCompress, gzip } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';
import { sha256Hex } from '../../platform/hash.ts';
import { nonceOf } from './contentSecurity.ts';

type Encoding = 'identity' | 'gzip' | 'br';

interface Asset {
  type: string;
  etag: string;
  immutable: boolean;
  bodies: Map<Encoding, Buffer>;
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

const compressible = new Set(['.js', '.css', '.svg', '.json', '.webmanifest', '.wasm', '.txt']);

/**
 * The built client from memory: hashed assets for ever, everything else revalidated, and for any other path of a page the
 * document itself with a fresh nonce. Only files that were there at start are served, so no path can lead out.
 */
export async function staticClient(directory: string): Promise<RequestHandler> {
  const assets = await loadAssets(directory);
  const page = await readFile(join(directory, 'index.html'), 'utf8');
  return async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next();
      return;
    }
    const asset = assets.get(request.path);
    if (asset !== undefined) await sendAsset(asset, request, response);
    else if (extname(request.path) === '') sendPage(page, response);
    else next();
  };
}

function sendPage(page: string, response: Response): void {
  response
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(page.replaceAll('__CSP_NONCE__', nonceOf(response)));
}

async function sendAsset(asset: Asset, request: Request, response: Response): Promise<void> {
  const encoding = pickEncoding(asset, request);
  response.set({
    'Content-Type': asset.type,
    'Cache-Control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: asset.etag,
    Vary: 'Accept-Encoding',
  });
  if (encoding !== 'identity') response.set('Content-Encoding', encoding);
  if (request.headers['if-none-match'] === asset.etag) {
    response.status(304).end();
    return;
  }
  response.end(await bodyOf(asset, encoding));
}

function pickEncoding(asset: Asset, request: Request): Encoding {
  if (!asset.bodies.has('gzip')) return 'identity';
  const accepted = request.acceptsEncodings('br', 'gzip');
  return accepted === 'br' || accepted === 'gzip' ? accepted : 'identity';
}

const compress = { gzip: promisify(gzip), br: promisify(brotliCompress) };

/** Compressed when first asked for, then kept. */
async function bodyOf(asset: Asset, encoding: Encoding): Promise<Buffer> {
  const plain = asset.bodies.get('identity') ?? Buffer.alloc(0);
  const known = asset.bodies.get(encoding);
  if (known !== undefined && known.length > 0) return known;
  if (encoding === 'identity') return plain;
  const body =
    encoding === 'gzip'
      ? await compress.gzip(plain)
      : await compress.br(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  asset.bodies.set(encoding, body);
  return body;
}

async function loadAssets(directory: string): Promise<Map<string, Asset>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const assets = new Map<string, Asset>();
  for (const entry of entries) {
    if (!entry.isFile() || /^index\.html$|^\.|\.map$/u.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(directory, file).split(sep).join('/')}`;
    assets.set(path, assetOf(path, await readFile(file)));
  }
  return assets;
}

function assetOf(path: string, body: Buffer): Asset {
  const extension = extname(path);
  const bodies = new Map<Encoding, Buffer>([['identity', body]]);
  // Empty stands for "not compressed yet".
  if (compressible.has(extension) && body.length > 1_024) bodies.set('gzip', Buffer.alloc(0));
  return {
    type: types[extension] ?? 'application/octet-stream',
    etag: `"${sha256Hex(body).slice(0, 32)}"`,
    immutable: path.startsWith('/assets/'),
    bodies,
  };
}
