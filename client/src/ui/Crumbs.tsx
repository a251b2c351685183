import { Anchor } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'react-router';

/** The way to a page: the pages above it as links, then itself. */
export function Crumbs({ above, here }: { above: readonly { to: string; name: string }[]; here: string }) {
  return (
    <>
      {above.map(({ to, name }) => (
        <Fragment key={to}>
          <Anchor component={Link} to={to} size="sm" underline="always">
            {name}
          </Anchor>{' '}
          /{' '}
        </Fragment>
      ))}
      {here}
    </>
  );
}
