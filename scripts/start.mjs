// `npm start`: builds what is missing or older than its sources, then runs the server in this process, so that signals reach it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { staleParts } from './build.mjs';

/** Until the server listens to signals itself, there is nothing to close. */
const leave = () => process.exit(0);
process.on('SIGTERM', leave);
if (staleParts().length > 0) await buildStale();
process.setSourceMapsEnabled(true);
await import('../server/dist/main.js');
process.off('SIGTERM', leave);

/** In a process of its own: the bundlers' memory is gone when the server starts. */
async function buildStale() {
  const script = fileURLToPath(new URL('./build.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, '--stale'], { stdio: 'inherit' });
  const stop = () => child.kill();
  process.on('exit', stop);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  process.off('exit', stop);
  if (code !== 0) process.exit(code ?? 1);
}
