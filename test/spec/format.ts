/** What of the unified test format the runner reads. */
export interface SpecFile {
  description: string;
  runOnRequirements?: Requirement[];
  createEntities?: EntityDescription[];
  initialData?: InitialData[];
  tests: SpecTest[];
}

export interface Requirement {
  minServerVersion?: string;
  maxServerVersion?: string;
  topologies?: string[];
  auth?: boolean;
  serverless?: string;
}

export interface InitialData {
  databaseName: string;
  collectionName: string;
  documents: Record<string, unknown>[];
}

export interface EntityDescription {
  client?: { id: string; observeEvents?: string[]; uriOptions?: Record<string, unknown> };
  database?: { id: string; client: string; databaseName: string; databaseOptions?: Record<string, unknown> };
  collection?: {
    id: string;
    database: string;
    collectionName: string;
    collectionOptions?: Record<string, unknown>;
  };
}

export interface SpecTest {
  description: string;
  runOnRequirements?: Requirement[];
  skipReason?: string;
  operations: SpecOperation[];
  expectEvents?: { client: string; events: Record<string, Record<string, unknown>>[] }[];
  outcome?: InitialData[];
}

export interface SpecOperation {
  object: string;
  name: string;
  arguments?: Record<string, unknown>;
  expectResult?: unknown;
  expectError?: ExpectedError;
}

export interface ExpectedError {
  isError?: boolean;
  isClientError?: boolean;
  errorContains?: string;
  errorCode?: number;
  errorLabelsContain?: string[];
  errorLabelsOmit?: string[];
  errorResponse?: unknown;
  expectResult?: unknown;
}
