/** Where a field stands: what presence tells the others, and what a finding leads to. */
export interface FieldPlace {
  stepId: string | null;
  field: string;
}
