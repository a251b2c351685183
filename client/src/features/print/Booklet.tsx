import { useEffect, useMemo } from 'react';
import { outlineSections, stepNumbers } from '@daihon/shared/script/outlineOrder';
import type { PrintView } from '@daihon/shared/wire/exchange';
import { useMessages } from '../../app/i18n.ts';
import { formatExact } from '../../ui/formatTime.ts';
import { BookletTables } from './BookletTables.tsx';
import { Cover } from './Cover.tsx';
import styles from './Booklet.module.css';
import { printMessages } from './messages.ts';
import { PrintedStep } from './PrintedStep.tsx';
import { BookletContext } from './reading.ts';
import { usePageMargins } from './usePageMargins.ts';

export function Booklet({ view }: { view: PrintView }) {
  const t = useMessages(printMessages);
  const { script, version } = view;
  const sections = useMemo(() => outlineSections(script), [script]);
  const numbers = useMemo(() => stepNumbers(sections), [sections]);
  const edition = version === null ? t('draft') : t('version', { number: version.number });
  const date = formatExact(version?.publishedAt ?? view.printedAt);
  usePageMargins(script.title, `${edition}  ${date}`);
  useEffect(() => {
    // What the browser calls the PDF.
    document.title = `${script.title} ${edition}`;
  }, [script.title, edition]);
  return (
    <BookletContext value={{ script, numbers, calls: view.calls }}>
      <div className={styles.booklet} lang={script.language}>
        <Cover view={view} edition={edition} sections={sections} />
        {sections.map(({ group, steps }) => (
          <section key={group?.id ?? ''} className={styles.section}>
            {(group !== null || sections.length > 1) && (
              <h2 className={styles.group}>{group?.title ?? t('noGroup')}</h2>
            )}
            {steps.map((step) => (
              <PrintedStep key={step.id} step={step} />
            ))}
          </section>
        ))}
        <BookletTables />
      </div>
    </BookletContext>
  );
}
