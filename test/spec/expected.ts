/** A test that is known to fail, and why. */
export interface ExpectedFailure {
  file: string;
  test: string;
  reason: string;
}

const collation = 'Collations are refused: texts compare by their bytes.';
const pipeline = 'Updates given as a pipeline are refused.';
const variables = '`let` is refused: there are no expressions that could read a variable.';
const output = '$out and $merge are refused.';
const onDatabase = 'Aggregation on a database is refused.';
const driverValidation = 'The driver does not send bypassDocumentValidation: false.';
const driverNullId = 'The driver puts an ObjectId in the place of a null _id before it sends.';
const driverInsertedIds = 'The driver reports the _id of a document that was not inserted.';

const some = (reason: string, tests: [file: string, test: string][]): ExpectedFailure[] =>
  tests.map(([file, test]) => ({ file, test, reason }));

export const expectedFailures: readonly ExpectedFailure[] = [
  ...some(collation, [
    ['crud/aggregate-collation.json', 'Aggregate with collation'],
    ['crud/bulkWrite-collation.json', 'BulkWrite with delete operations and collation'],
    ['crud/bulkWrite-collation.json', 'BulkWrite with update operations and collation'],
    ['crud/count-collation.json', 'Count documents with collation'],
    ['crud/count-collation.json', 'Deprecated count with collation'],
    ['crud/deleteMany-collation.json', 'DeleteMany when many documents match with collation'],
    ['crud/deleteOne-collation.json', 'DeleteOne when many documents matches with collation'],
    ['crud/distinct-collation.json', 'Distinct with a collation'],
    ['crud/find-collation.json', 'Find with a collation'],
    ['crud/findOneAndDelete-collation.json', 'FindOneAndDelete when one document matches with collation'],
    [
      'crud/findOneAndReplace-collation.json',
      'FindOneAndReplace when one document matches with collation returning the document after modification',
    ],
    [
      'crud/findOneAndUpdate-collation.json',
      'FindOneAndUpdate when many documents match with collation returning the document before modification',
    ],
    ['crud/replaceOne-collation.json', 'ReplaceOne when one document matches with collation'],
    ['crud/updateMany-collation.json', 'UpdateMany when many documents match with collation'],
    ['crud/updateOne-collation.json', 'UpdateOne when one document matches with collation'],
  ]),
  ...some(variables, [
    ['crud/aggregate-let.json', 'Aggregate with let option'],
    ['crud/aggregate-let.json', 'Aggregate to collection with let option'],
    ['crud/bulkWrite-deleteMany-let.json', 'BulkWrite deleteMany with let option'],
    ['crud/bulkWrite-deleteOne-let.json', 'BulkWrite deleteOne with let option'],
    ['crud/bulkWrite-replaceOne-let.json', 'BulkWrite replaceOne with let option'],
    ['crud/bulkWrite-updateMany-let.json', 'BulkWrite updateMany with let option'],
    ['crud/bulkWrite-updateOne-let.json', 'BulkWrite updateOne with let option'],
    ['crud/deleteMany-let.json', 'deleteMany with let option'],
    ['crud/deleteOne-let.json', 'deleteOne with let option'],
    ['crud/find-let.json', 'Find with let option'],
    ['crud/findOneAndDelete-let.json', 'findOneAndDelete with let option'],
    ['crud/findOneAndReplace-let.json', 'findOneAndReplace with let option'],
    ['crud/findOneAndUpdate-let.json', 'findOneAndUpdate with let option'],
    ['crud/replaceOne-let.json', 'ReplaceOne with let option'],
    ['crud/updateMany-let.json', 'updateMany with let option'],
    ['crud/updateOne-let.json', 'UpdateOne with let option'],
  ]),
  ...some(onDatabase, [
    ['crud/aggregate-merge-errorResponse.json', 'aggregate $merge DuplicateKey error is accessible'],
    ['crud/db-aggregate-rawdata.json', 'Aggregate with rawData option on less than 8.2.0 - ignore argument'],
    [
      'crud/db-aggregate-write-readPreference.json',
      'Database-level aggregate with $out includes read preference for 5.0+ server',
    ],
    [
      'crud/db-aggregate-write-readPreference.json',
      'Database-level aggregate with $merge includes read preference for 5.0+ server',
    ],
    ['crud/db-aggregate.json', 'Aggregate with $listLocalSessions'],
    ['crud/db-aggregate.json', 'Aggregate with $listLocalSessions and allowDiskUse'],
  ]),
  ...some(output, [
    ['crud/aggregate-merge.json', 'Aggregate with $merge'],
    ['crud/aggregate-merge.json', 'Aggregate with $merge and batch size of 0'],
    ['crud/aggregate-merge.json', 'Aggregate with $merge and majority readConcern'],
    ['crud/aggregate-merge.json', 'Aggregate with $merge and local readConcern'],
    ['crud/aggregate-merge.json', 'Aggregate with $merge and available readConcern'],
    ['crud/aggregate-out-readConcern.json', 'readConcern majority with out stage'],
    ['crud/aggregate-out-readConcern.json', 'readConcern local with out stage'],
    ['crud/aggregate-out-readConcern.json', 'readConcern available with out stage'],
    ['crud/aggregate-out.json', 'Aggregate with $out'],
    ['crud/aggregate-out.json', 'Aggregate with $out and batch size of 0'],
    [
      'crud/aggregate-write-readPreference.json',
      'Aggregate with $out includes read preference for 5.0+ server',
    ],
    [
      'crud/aggregate-write-readPreference.json',
      'Aggregate with $merge includes read preference for 5.0+ server',
    ],
    ['crud/bypassDocumentValidation.json', 'Aggregate with $out passes bypassDocumentValidation: false'],
    ['retryable-writes/aggregate-out-merge.json', 'aggregate with $out does not set txnNumber'],
    ['retryable-writes/aggregate-out-merge.json', 'aggregate with $merge does not set txnNumber'],
  ]),
  ...some(pipeline, [
    [
      'crud/bulkWrite-updateMany-dots_and_dollars.json',
      'Updating document to set top-level dollar-prefixed key on 5.0+ server',
    ],
    [
      'crud/bulkWrite-updateMany-dots_and_dollars.json',
      'Updating document to set top-level dotted key on 5.0+ server',
    ],
    [
      'crud/bulkWrite-updateMany-dots_and_dollars.json',
      'Updating document to set dollar-prefixed key in embedded doc on 5.0+ server',
    ],
    [
      'crud/bulkWrite-updateMany-dots_and_dollars.json',
      'Updating document to set dotted key in embedded doc on 5.0+ server',
    ],
    ['crud/bulkWrite-updateMany-pipeline.json', 'UpdateMany in bulk write using pipelines'],
    [
      'crud/bulkWrite-updateMany-rawdata.json',
      'BulkWrite updateMany with rawData option on less than 8.2.0 - ignore argument',
    ],
    [
      'crud/bulkWrite-updateOne-dots_and_dollars.json',
      'Updating document to set top-level dollar-prefixed key on 5.0+ server',
    ],
    [
      'crud/bulkWrite-updateOne-dots_and_dollars.json',
      'Updating document to set top-level dotted key on 5.0+ server',
    ],
    [
      'crud/bulkWrite-updateOne-dots_and_dollars.json',
      'Updating document to set dollar-prefixed key in embedded doc on 5.0+ server',
    ],
    [
      'crud/bulkWrite-updateOne-dots_and_dollars.json',
      'Updating document to set dotted key in embedded doc on 5.0+ server',
    ],
    ['crud/bulkWrite-updateOne-pipeline.json', 'UpdateOne in bulk write using pipelines'],
    [
      'crud/bulkWrite-updateOne-rawdata.json',
      'BulkWrite updateOne with rawData option on less than 8.2.0 - ignore argument',
    ],
    ['crud/findOneAndUpdate-comment.json', 'findOneAndUpdate with string comment'],
    ['crud/findOneAndUpdate-comment.json', 'findOneAndUpdate with document comment'],
    [
      'crud/findOneAndUpdate-dots_and_dollars.json',
      'Updating document to set top-level dollar-prefixed key on 5.0+ server',
    ],
    [
      'crud/findOneAndUpdate-dots_and_dollars.json',
      'Updating document to set top-level dotted key on 5.0+ server',
    ],
    [
      'crud/findOneAndUpdate-dots_and_dollars.json',
      'Updating document to set dollar-prefixed key in embedded doc on 5.0+ server',
    ],
    [
      'crud/findOneAndUpdate-dots_and_dollars.json',
      'Updating document to set dotted key in embedded doc on 5.0+ server',
    ],
    ['crud/findOneAndUpdate-pipeline.json', 'FindOneAndUpdate using pipelines'],
    [
      'crud/findOneAndUpdate-rawdata.json',
      'findOneAndUpdate with rawData option on less than 8.2.0 - ignore argument',
    ],
    [
      'crud/updateMany-dots_and_dollars.json',
      'Updating document to set top-level dollar-prefixed key on 5.0+ server',
    ],
    ['crud/updateMany-dots_and_dollars.json', 'Updating document to set top-level dotted key on 5.0+ server'],
    [
      'crud/updateMany-dots_and_dollars.json',
      'Updating document to set dollar-prefixed key in embedded doc on 5.0+ server',
    ],
    [
      'crud/updateMany-dots_and_dollars.json',
      'Updating document to set dotted key in embedded doc on 5.0+ server',
    ],
    ['crud/updateMany-pipeline.json', 'UpdateMany using pipelines'],
    [
      'crud/updateOne-dots_and_dollars.json',
      'Updating document to set top-level dollar-prefixed key on 5.0+ server',
    ],
    ['crud/updateOne-dots_and_dollars.json', 'Updating document to set top-level dotted key on 5.0+ server'],
    [
      'crud/updateOne-dots_and_dollars.json',
      'Updating document to set dollar-prefixed key in embedded doc on 5.0+ server',
    ],
    [
      'crud/updateOne-dots_and_dollars.json',
      'Updating document to set dotted key in embedded doc on 5.0+ server',
    ],
    ['crud/updateOne-pipeline.json', 'UpdateOne using pipelines'],
  ]),
  ...some(driverValidation, [
    ['crud/bypassDocumentValidation.json', 'BulkWrite passes bypassDocumentValidation: false'],
    ['crud/bypassDocumentValidation.json', 'FindOneAndReplace passes bypassDocumentValidation: false'],
    ['crud/bypassDocumentValidation.json', 'FindOneAndUpdate passes bypassDocumentValidation: false'],
    ['crud/bypassDocumentValidation.json', 'InsertMany passes bypassDocumentValidation: false'],
  ]),
  ...some(driverNullId, [
    ['crud/create-null-ids.json', 'inserting _id with type null via insertOne'],
    ['crud/create-null-ids.json', 'inserting _id with type null via insertMany'],
    ['crud/create-null-ids.json', 'inserting _id with type null via bulkWrite'],
  ]),
  ...some('Views are refused.', [
    ['crud/estimatedDocumentCount.json', 'estimatedDocumentCount works correctly on views'],
  ]),
  ...some('collMod and document validation are refused.', [
    [
      'crud/findOneAndUpdate-errorResponse.json',
      'findOneAndUpdate document validation errInfo is accessible',
    ],
  ]),
  ...some(driverInsertedIds, [['retryable-writes/bulkWrite.json', 'First insertOne is never committed']]),
];
