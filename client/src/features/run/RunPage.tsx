import { Skeleton, Stack } from '@mantine/core';

export default function RunPage() {
  return (
    <Stack p="xl" aria-busy>
      <Skeleton h={28} w={240} />
      <Skeleton h={160} />
    </Stack>
  );
}
