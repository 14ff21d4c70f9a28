/**
 * An e-mail address, as loosely as somebody may have written one; a name in quotes before the `@` is part of it. No name has
 * more than 64 characters: the limit keeps the search linear in a text without blanks. Where two addresses stand side by side
 * without a blank, both are taken for one, and only the last domain is left to see.
 */
const ADDRESS =
  /(?:"([^"\n])[^"\n]{0,255}"|([^ \t\r\n@＠",;<>/\\])[^ \t\r\n",;<>/\\]{0,255})[@＠]([^ \t\r\n@＠",;<>/\\]+)/g;

/** The name of an address that is hidden already, as a condition quotes it: `Email=a…`. */
const HIDDEN = /^[^"=@＠]*=[^=@＠]…[@＠][^@＠]*$/;

/**
 * Text with the names of e-mail addresses hidden, as every message shows them: `a…@example.com`. Masking twice changes
 * nothing, because parts of a message are masked where they are quoted and the message again where it is written.
 */
export function maskPersonal(text: string): string {
  if (!/[@＠]/.test(text)) return text;
  return text.replace(ADDRESS, (address, quoted: string | undefined, plain: string | undefined, domain: string) => {
    return HIDDEN.test(address) ? address : `${quoted ?? plain ?? ""}…@${domain}`;
  });
}
