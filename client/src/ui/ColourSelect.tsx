import { Select } from '@mantine/core';
import { labelColours } from '@daihon/shared/labelColours';
import type { LabelColour } from '@daihon/shared/settings';
import { useMessages } from '../app/i18n.ts';
import { ColourTag } from './ColourTag.tsx';
import { colourWords } from './colourWords.ts';

interface Props {
  label: string;
  value: LabelColour;
  width?: string;
  onChange: (colour: LabelColour) => void;
}

/** A label's colour, each shown as a label in it. */
export function ColourSelect({ label, value, width, onChange }: Props) {
  const t = useMessages(colourWords);
  const named = (name: string | null) => labelColours.find((colour) => colour === name) ?? 'gray';
  return (
    <Select
      {...(width === undefined ? {} : { w: width })}
      aria-label={label}
      value={value}
      data={labelColours.map((colour) => ({ value: colour, label: t(colour) }))}
      renderOption={({ option }) => <ColourTag colour={named(option.value)}>{option.label}</ColourTag>}
      onChange={(name) => onChange(named(name))}
    />
  );
}
