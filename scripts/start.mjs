// `npm start`: builds what is missing or older than its sources, then runs the server in this process, so that signals reach it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { staleParts } from './build.mjs';

if (staleParts().length > 0) await buildStale();
process.setSourceMapsEnabled(true);
await import('../server/dist/main.js');

/** In a process of its own: the bundlers' memory is gone when the server starts. */
async function buildStale() {
  const script = fileURLToPath(new URL('./build.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, '--stale'], { stdio: 'inherit' });
  const stop = () => {
    child.kill();
    process.exit(143);
  };
  process.once('SIGTERM', stop);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  process.off('SIGTERM', stop);
  if (code !== 0) process.exit(code ?? 1);
}
