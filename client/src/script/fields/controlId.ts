/** The element id of a field's control, for labels and for jumping to it. */
export function controlId(fieldId: string): string {
  return `field-${fieldId}`;
}

/** Scrolls to an option of a group, or to its last one. */
export function showOption(fieldId: string, index: number): void {
  const option = document.getElementById(`${controlId(fieldId)}-${index}`);
  const last = document.getElementById(`${controlId(fieldId)}-${index - 1}`);
  (option ?? last)?.closest('label')?.scrollIntoView({ block: 'nearest' });
}

/** Puts the caret into a field; in a group on what is chosen or the first. False when it is not on screen. */
export function focusField(fieldId: string): boolean {
  const id = controlId(fieldId);
  const control = document.getElementById(id) ?? document.getElementById(`${id}-0`);
  control?.focus();
  control?.scrollIntoView({ block: 'nearest' });
  return control !== null;
}
