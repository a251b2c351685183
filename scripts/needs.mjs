// Brings what the tests need beyond npm packages: a Chromium with Japanese fonts and a Redis server.
// Uses what is there; otherwise installs it; when that is not possible, fails with one clear line.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const usualBrowsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Makes sure that a browser and Redis can be started. Throws an Error whose message is the one line to show. */
export function bringNeeds() {
  if (!hasBrowser()) bringBrowser();
  if (!onPath('redis-server')) aptInstall('Redis', ['redis-server'], () => onPath('redis-server'));
}

function hasBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return true;
    throw new Error(`CHROMIUM_PATH names ${named}, which is not there`);
  }
  return usualBrowsers.some(onPath) || existsSync(chromium.executablePath());
}

function bringBrowser() {
  const download = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 120_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  });
  if (download.status === 0 && existsSync(chromium.executablePath())) return;
  aptInstall('a Chromium browser', ['chromium', 'fonts-noto-cjk'], hasBrowser);
}

function aptInstall(what, packages, isThere) {
  const possible = process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get');
  if (possible) {
    console.log(`installing ${packages.join(' ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-qq', ...packages], { stdio: 'ignore', env });
  }
  if (!isThere()) throw new Error(`the tests need ${what}: install ${packages.join(' ')} and run again`);
}

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
