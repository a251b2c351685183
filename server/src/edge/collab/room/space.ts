import { draftSpace } from '@daihon/shared/wire/draftSpace';
import { aboutFrame } from '../wire/frames.ts';
import type { Ledger } from './ledger.ts';

/** Measuring encodes the draft, so what follows soon is measured together. */
const REST_MS = 500;

/** How full a draft is, and who is told: everybody in the room when that changes. */
export class Space {
  readonly #ledger: Ledger;
  readonly #tell: (frame: Uint8Array) => void;
  #timer: NodeJS.Timeout | null = null;
  /** What all in the room know; null while nobody was told. */
  #known: string | null = null;

  constructor(ledger: Ledger, tell: (frame: Uint8Array) => void) {
    this.#ledger = ledger;
    this.#tell = tell;
  }

  /** For one who comes in. */
  frame(): Uint8Array {
    const bytes = this.#bytes();
    this.#known ??= this.#wordFor(bytes);
    return aboutFrame(this.#ledger.epoch, bytes, this.#ledger.maxBytes);
  }

  /** A draft far below its limit is not measured. */
  edited(): void {
    if (this.#timer !== null || this.#known === null) return;
    if (this.#known === 'free' && this.#wordFor(this.#ledger.bytes) === 'free') return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#look();
    }, REST_MS);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    const word = this.#wordFor(this.#ledger.measure());
    if (word === this.#known) return;
    this.#known = word;
    this.#tell(this.frame());
  }

  /** Exactly, where it matters. */
  #bytes(): number {
    const { bytes } = this.#ledger;
    return this.#wordFor(bytes) === 'free' ? bytes : this.#ledger.measure();
  }

  #wordFor(bytes: number): string {
    const { maxBytes } = this.#ledger;
    const space = draftSpace(bytes, maxBytes);
    return space === 'free' ? space : `${space} ${Math.round((100 * bytes) / maxBytes)}`;
  }
}
