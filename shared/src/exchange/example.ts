import type { Script } from '../script/schema.ts';

/** A small outline as a person types it: what the import dialog offers to begin from. */
export const exampleOutlines: Record<Script['language'], string> = {
  ja: `# カード紛失受付（例）

## 受付

### 名乗り

お電話ありがとうございます。ひなたカード紛失受付、担当の{{operator_name}}でございます。
カードを紛失されたということでよろしいでしょうか。

注意：カード番号と暗証番号は、こちらからお尋ねしない。

- はい、紛失した → 本人確認
- 別の用件 → 別窓口のご案内

### 本人確認

ご本人様の確認のため、お名前と生年月日をお願いいたします。

する：画面のお客様情報と、一文字ずつ照らし合わせる。

- 入力項目：お名前（必須）
- 入力項目：生年月日（必須）
- 一致した → 利用停止
- 一致しない → 別窓口のご案内

## 手続き

### 利用停止

ただいまカードのご利用を停止いたしました。再発行の手続きに進んでよろしいでしょうか。

- 確認事項：停止の完了を画面で確かめた
- 再発行する → 終話（再発行）
- 停止だけにする → 終話（停止のみ）

## 終話

### 別窓口のご案内

恐れ入ります。その件は総合窓口で承ります。番号をご案内いたします。

- 結果コード：他窓口案内

### 終話（再発行）

新しいカードは一週間ほどでお届けいたします。お電話ありがとうございました。

- 結果コード：紛失・再発行

### 終話（停止のみ）

カードが見つかりましたら、この番号までお電話ください。失礼いたします。

- 結果コード：紛失・停止
`,
  en: `# Lost card (example)

## Welcome

### Greeting

Thank you for calling Hinata Card, {{operator_name}} speaking.
Have you lost your card?

Caution: Never ask for the card number or the PIN.

- Yes, it is lost → Identity check
- Something else → Other desk

### Identity check

May I have your name and date of birth, please?

Do: Compare with the customer record, letter by letter.

- Field: Name (required)
- Field: Date of birth (required)
- It matches → Block the card
- It does not match → Other desk

## Procedure

### Block the card

Your card is blocked now. Shall we go on to order a new one?

- Check: The screen shows the card as blocked
- Order a new card → End (new card)
- Only block it → End (blocked)

## End of the call

### Other desk

I am sorry, another desk takes care of that. Let me give you the number.

- Outcome: Other desk

### End (new card)

The new card will reach you within a week. Thank you for calling.

- Outcome: Lost, new card

### End (blocked)

If you find the card, please call this number. Goodbye.

- Outcome: Lost, blocked
`,
};
