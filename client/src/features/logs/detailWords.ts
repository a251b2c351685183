import { usePreferences } from '../../app/preferences.ts';

/** Names of what records hold, in the reader's words. A name that is not here is shown as it is recorded. */
const words: Record<string, readonly [ja: string, en: string]> = {
  name: ['氏名', 'Name'],
  role: ['権限', 'Role'],
  state: ['状態', 'State'],
  loginId: ['ログインID', 'Login ID'],
  teams: ['チーム', 'Teams'],
  title: ['タイトル', 'Title'],
  folder: ['フォルダ', 'Folder'],
  labels: ['ラベル', 'Labels'],
  addressRules: ['接続元の制限', 'Address rules'],
  rows: ['件数', 'Rows'],
  items: ['件数', 'Items'],
  reason: ['理由', 'Reason'],
  substitute: ['代わりの文', 'Substitute text'],
  path: ['経路', 'Path'],
  direction: ['方向', 'Direction'],
  bytes: ['バイト数', 'Bytes'],
  clock: ['時計', 'Clock'],
  recipients: ['受信者数', 'Recipients'],
  seq: ['公開番号', 'Release no.'],
  since: ['起点', 'Since'],
  socket: ['接続ID', 'Socket'],
  scriptId: ['スクリプトID', 'Script ID'],
  stepId: ['ステップID', 'Step ID'],
  version: ['版', 'Version'],
  number: ['版', 'Version'],
  from: ['比較元', 'From'],
  to: ['比較先', 'To'],
  note: ['メモ', 'Note'],
  class: ['種別', 'Class'],
  hash: ['ハッシュ', 'Hash'],
  code: ['コード', 'Code'],
  method: ['メソッド', 'Method'],
  encoding: ['文字コード', 'Encoding'],
  log: ['ログ', 'Log'],
  filter: ['条件', 'Filter'],
  threadId: ['コメントID', 'Thread ID'],
  messageId: ['メッセージID', 'Message ID'],
  field: ['項目', 'Part'],
  mentions: ['メンション数', 'Mentions'],
  unread: ['未読数', 'Unread'],
  callId: ['応対ID', 'Call ID'],
  outcome: ['結果コード', 'Outcome'],
  outcomeName: ['結果', 'Outcome name'],
  memo: ['応対メモ', 'Memo'],
  endedAt: ['終了', 'Ended'],
  unverified: ['経路の不一致', 'Path does not fit'],
};

/** Values that are words of the product. */
const values: Record<string, readonly [ja: string, en: string]> = {
  active: ['利用中', 'Active'],
  suspended: ['停止中', 'Suspended'],
  invited: ['招待中', 'Invited'],
  admin: ['管理者', 'Administrator'],
  supervisor: ['スーパーバイザー', 'Supervisor'],
  agent: ['オペレーター', 'Agent'],
  auditor: ['監査者', 'Auditor'],
  draft: ['下書き', 'Draft'],
  published: ['公開中', 'Live'],
  archived: ['アーカイブ', 'Archived'],
  withdrawn: ['公開停止', 'Withdrawn'],
  notice: ['通知のみ', 'Notice'],
  confirm: ['要確認', 'Confirm'],
  urgent: ['緊急差替', 'Urgent'],
  in: ['受信', 'In'],
  out: ['送信', 'Out'],
  unknown_step: ['版にないステップ', 'A step that no version has'],
  unknown_way: ['版にない進み方', 'A way that no version has'],
  gate: ['確認していない必須確認の先', 'Past a gate that was not confirmed'],
};
const worded = ['state', 'role', 'class', 'direction', 'unverified'];

export function useValueText(): (key: string, value: string) => string {
  const { language } = usePreferences();
  return (key, value) =>
    worded.includes(key) ? (values[value]?.[language === 'ja' ? 0 : 1] ?? value) : value;
}

export function useDetailText(): (key: string) => string {
  const { language } = usePreferences();
  return (key) => words[key]?.[language === 'ja' ? 0 : 1] ?? key;
}
