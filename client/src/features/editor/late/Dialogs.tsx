import { ChecksDrawer } from '../checks/ChecksDrawer.tsx';
import { PasteDialog } from '../clipboard/PasteDialog.tsx';
import { KeysDialog } from '../keys/KeysDialog.tsx';
import { ContextMenu } from '../menu/ContextMenu.tsx';
import { Palette } from '../palette/Palette.tsx';
import { PointDialog } from '../point/PointDialog.tsx';
import { RemovalDialog } from '../panel/RemovalDialog.tsx';
import { TargetDialog } from '../target/TargetDialog.tsx';

/** Whatever lies over the editor when it is asked for. In the page before it opens, so that the focus finds its way back. */
export default function Dialogs() {
  return (
    <>
      <ChecksDrawer />
      <KeysDialog />
      <RemovalDialog />
      <ContextMenu />
      <TargetDialog />
      <PasteDialog />
      <Palette />
      <PointDialog />
    </>
  );
}
