import type { Collection, CollectionOptions, Db, MongoClientOptions } from 'mongodb';
import { MongoClient } from 'mongodb';
import type { EntityDescription } from './format.ts';

export interface SeenEvent {
  kind: string;
  fields: Record<string, unknown>;
}

const ignored = new Set(['hello', 'ismaster', 'configureFailPoint']);

/** The clients, databases and collections a test file names, and the events its clients have seen. */
export class Entities {
  readonly #uri: string;
  readonly clients = new Map<string, MongoClient>();
  readonly databases = new Map<string, Db>();
  readonly collections = new Map<string, Collection>();
  readonly events = new Map<string, SeenEvent[]>();

  constructor(uri: string) {
    this.#uri = uri;
  }

  create(descriptions: readonly EntityDescription[]): void {
    for (const { client, database, collection } of descriptions) {
      if (client) this.#client(client);
      if (database) {
        const db = this.#get(this.clients, database.client).db(
          database.databaseName,
          database.databaseOptions,
        );
        this.databases.set(database.id, db);
      }
      if (collection) {
        const options = collection.collectionOptions as CollectionOptions;
        this.collections.set(
          collection.id,
          this.#get(this.databases, collection.database).collection(collection.collectionName, options),
        );
      }
    }
  }

  async close(): Promise<void> {
    for (const client of this.clients.values()) await client.close();
  }

  #client({ id, observeEvents = [], uriOptions = {} }: NonNullable<EntityDescription['client']>): void {
    const client = new MongoClient(this.#uri, {
      ...(uriOptions as MongoClientOptions),
      monitorCommands: true,
    });
    const seen: SeenEvent[] = [];
    const note = (kind: string, fields: object & { commandName?: string }): void => {
      if (!observeEvents.includes(kind) || ignored.has(fields.commandName ?? '')) return;
      seen.push({ kind, fields: { ...fields } });
    };
    client.on('commandStarted', (event) =>
      note('commandStartedEvent', structured(event, 'command', 'databaseName', 'commandName')),
    );
    client.on('commandSucceeded', (event) =>
      note('commandSucceededEvent', structured(event, 'reply', 'commandName')),
    );
    client.on('commandFailed', (event) => note('commandFailedEvent', structured(event, 'commandName')));
    client.on('connectionCheckOutStarted', () => note('connectionCheckOutStartedEvent', {}));
    this.clients.set(id, client);
    this.events.set(id, seen);
  }

  #get<T>(entities: Map<string, T>, id: string): T {
    const found = entities.get(id);
    if (!found) throw new Error(`No entity ${id}`);
    return found;
  }
}

/** A copy as it is now: the driver goes on using its own. */
function structured(event: object, ...names: string[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of names) fields[name] = (event as Record<string, unknown>)[name];
  return fields;
}
