import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';

interface Props {
  label: string;
  hint: string;
  /** Each is a link to a file. */
  files: readonly { name: string; path: string }[];
}

/** The forms in which what is on the page can be taken along. */
export function DownloadMenu({ label, hint, files }: Props) {
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size="1rem" aria-hidden />}
          rightSection={<IconChevronDown size="0.875rem" aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{hint}</Menu.Label>
        {files.map(({ name, path }) => (
          <Menu.Item key={path} component="a" href={path} download>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
