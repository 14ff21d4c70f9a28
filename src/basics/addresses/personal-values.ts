import { mayHoldAddress } from "./email-address.ts";

/** A telephone number with its country, or with a gap after its area. */
const TELEPHONE = /^(?:\+\d[\d\s()./-]{6,}|\(?0\d{1,4}\)?[\s/-]\d[\d\s/-]{3,})$/;

/** So large a part of some texts must be addresses or numbers for all to be taken for them. */
const MOST = 0.5;

/** Whether most of some distinct texts are e-mail addresses or telephone numbers. */
export function arePersonal(texts: readonly string[]): boolean {
  const those = texts.filter((text) => mayHoldAddress(text) || TELEPHONE.test(text.trim()));
  return texts.length > 0 && those.length > texts.length * MOST;
}
