import type { OutlineSection } from '@daihon/shared/script/outlineOrder';
import { stepRoles } from '@daihon/shared/script/kinds';
import type { PrintView } from '@daihon/shared/wire/exchange';
import { useMessages } from '../../app/i18n.ts';
import { useLabelText } from '../../script/labelText.ts';
import { scriptWords } from '../../script/words.ts';
import { formatExact } from '../../ui/formatTime.ts';
import styles from './Booklet.module.css';
import { printMessages } from './messages.ts';
import { PrintedLabel } from './PrintedLabel.tsx';
import { useBooklet } from './reading.ts';

interface Props {
  view: PrintView;
  edition: string;
  sections: readonly OutlineSection[];
}

/** Title, what edition it is, how to read it, and the table of contents by group. */
export function Cover({ view, edition, sections }: Props) {
  const t = useMessages(printMessages);
  const words = useMessages(scriptWords);
  const labelText = useLabelText();
  const { script, version, labels, folder } = view;
  const by = (iso: string, name: string) => t('by', { time: formatExact(iso), name });
  const facts: [string, string][] = [
    [t('facts.version'), edition],
    ...(version === null
      ? []
      : [[t('facts.published'), by(version.publishedAt, version.author)] as [string, string]]),
    ...(version === null || version.note === '' ? [] : [[t('facts.note'), version.note] as [string, string]]),
    ...(folder === '' ? [] : [[t('facts.folder'), folder] as [string, string]]),
    ...(labels.length === 0
      ? []
      : [[t('facts.labels'), labels.map(labelText).join(' · ')] as [string, string]]),
    [t('facts.steps'), String(script.steps.length)],
    [t('facts.printed'), by(view.printedAt, view.printedBy)],
  ];
  return (
    <header className={styles.cover}>
      <p className={styles.tenant}>{view.tenant}</p>
      <h1 className={styles.title}>{script.title}</h1>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section className={styles.legend} aria-label={t('legend')}>
        {stepRoles.map((role) => (
          <div key={role} className={styles.words} data-role={role}>
            <span className={styles.role}>{words(`part.${role}`)}</span>
            <p>{t(`legendText.${role}`)}</p>
          </div>
        ))}
      </section>
      <Contents sections={sections} />
    </header>
  );
}

function Contents({ sections }: Pick<Props, 'sections'>) {
  const t = useMessages(printMessages);
  const { numbers } = useBooklet();
  return (
    <nav className={styles.contents} aria-label={t('contents')}>
      <h2>{t('contents')}</h2>
      {sections.map(({ group, steps }) => (
        <div key={group?.id ?? ''} className={styles.chapter}>
          {(group !== null || sections.length > 1) && <h3>{group?.title ?? t('noGroup')}</h3>}
          <ol>
            {steps.map(({ id, title }) => (
              <li key={id}>
                <a href={`#step-${id}`}>
                  <span className={styles.number}>{numbers.get(id)}</span>
                  {title === '' ? t('untitled') : <PrintedLabel text={title} />}
                </a>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </nav>
  );
}
