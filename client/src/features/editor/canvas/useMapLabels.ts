import { useMemo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { mapMessages } from './messages.ts';

/** The library's own words for screen readers, in the chosen language. */
export function useMapLabels() {
  const t = useMessages(mapMessages);
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('node'),
      'node.a11yDescription.keyboardDisabled': t('node'),
      'edge.a11yDescription.default': t('edge'),
      'controls.ariaLabel': t('controls'),
      'controls.zoomIn.ariaLabel': t('zoomIn'),
      'controls.zoomOut.ariaLabel': t('zoomOut'),
      'controls.fitView.ariaLabel': t('fit'),
      'controls.interactive.ariaLabel': t('controls'),
      'minimap.ariaLabel': t('minimap'),
      'handle.ariaLabel': t('handle'),
    }),
    [t],
  );
}
