import type { ReleaseEvent } from '@daihon/shared/wire/events';
import type { ReleaseRecord } from '../store/releases.ts';

/** A release as it goes over the wire, without its script. */
export function releaseEvent(release: ReleaseRecord): ReleaseEvent {
  const { seq, scriptId, version, title, note, hash, changes, author } = release;
  const publishedAt = release.publishedAt.toISOString();
  return { seq, scriptId, version, title, note, class: release.class, hash, changes, publishedAt, author };
}
