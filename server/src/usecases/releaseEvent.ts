import type { FeedItem, ReleaseEvent, WithdrawnEvent } from '@daihon/shared/wire/events';
import type { ReleaseRecord } from '../store/releases.ts';

/** A release as it goes over the wire, without its script. */
export function releaseEvent(release: ReleaseRecord): ReleaseEvent {
  const { seq, scriptId, version, title, note, hash, changes, author } = release;
  const publishedAt = release.publishedAt.toISOString();
  const deadlineAt = release.deadlineAt?.toISOString();
  return {
    seq,
    scriptId,
    version,
    title,
    note,
    class: release.class,
    hash,
    changes,
    publishedAt,
    author,
    ...(deadlineAt === undefined ? {} : { deadlineAt }),
  };
}

/** A withdrawal as it goes over the wire. */
export function withdrawnEvent(release: ReleaseRecord, substitute: string): WithdrawnEvent {
  const { seq, scriptId, version, title, note, author } = release;
  const withdrawnAt = release.publishedAt.toISOString();
  return { seq, scriptId, substitute, reason: note, title, version, withdrawnAt, author };
}

/** A numbered fact as the feed tells it. */
export function feedItem(release: ReleaseRecord): FeedItem {
  return release.substitute === null
    ? { kind: 'release', ...releaseEvent(release) }
    : { kind: 'withdrawn', ...withdrawnEvent(release, release.substitute) };
}
