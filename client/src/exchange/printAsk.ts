/** What is to be printed, and why. */
export interface PrintAsk {
  version?: number;
  samples?: boolean;
  reason?: string;
}

const prefix = 'daihon.print.';

/** Keeps the ask for the tab that prints: a reason is nothing for an address, which others see. Returns its key. */
export function leavePrintAsk(ask: PrintAsk): string {
  const key = crypto.randomUUID().slice(0, 8);
  localStorage.setItem(prefix + key, JSON.stringify(ask));
  return key;
}

/** The ask of a key. It is taken into this tab, so that a reload prints the same; an empty one when there is none. */
export function takePrintAsk(key: string): PrintAsk {
  const name = prefix + key;
  const left = localStorage.getItem(name);
  if (left !== null) {
    sessionStorage.setItem(name, left);
    localStorage.removeItem(name);
  }
  return read(sessionStorage.getItem(name));
}

function read(text: string | null): PrintAsk {
  const value: unknown = text === null ? null : JSON.parse(text);
  if (typeof value !== 'object' || value === null) return {};
  const { version, samples, reason } = value as Record<string, unknown>;
  return {
    ...(typeof version === 'number' ? { version } : {}),
    ...(typeof samples === 'boolean' ? { samples } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
  };
}
