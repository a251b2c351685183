/** Pixels between the news and the edges of the window. */
export interface ToastPlace {
  left: number;
  right: number;
  bottom: number;
}

/** Moves the news to where a page has room for them; null: back to the corner. */
export function setToastPlace(place: ToastPlace | null): void {
  const { style, dataset } = document.documentElement;
  for (const side of ['left', 'right', 'bottom'] as const) {
    if (place === null) style.removeProperty(`--toast-${side}`);
    else style.setProperty(`--toast-${side}`, `${place[side]}px`);
  }
  if (place === null) delete dataset.toastPlace;
  else dataset.toastPlace = 'page';
}
