import { plural } from "../../basics/text/words.ts";
import { InputError } from "../../errors.ts";
import { oneObject } from "./json-form.ts";

/** A list of records inside an object: where it stands in the text, from `[` to behind its `]`. */
export interface WrappedList {
  /** Its key; of an object inside the object joined to that object's, as in `data.orders`. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** The line on which it begins. */
  readonly line: number;
}

/** An object as a wrapper: the lists of records in it, and its other keys. */
export interface Wrapper {
  readonly lists: readonly WrappedList[];
  readonly others: readonly string[];
  /** The line on which something follows the object; `null` where nothing does. */
  readonly followedOn: number | null;
  readonly isClosed: boolean;
}

/** Lists are looked for in objects down to this depth. */
const DEEPEST = 3;

const [QUOTE, ESCAPE, COLON, LINE_END] = [0x22, 0x5c, 0x3a, 0x0a] as const;
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d] as const;

/** What an object holds, told by its brackets; a text that is no JSON gives some wrapper. Lists inside lists are passed over. */
export function wrapperIn(text: string): Wrapper {
  const scan = new WrapperScan(text);
  for (let at = 0; at < text.length; at += 1) at = scan.take(at);
  return scan.found();
}

class WrapperScan {
  private readonly text: string;
  private readonly lists: WrappedList[] = [];
  private readonly others: string[] = [];
  private readonly path: string[] = [];
  private key = "";
  private line = 1;
  private isClosed = false;
  private followedOn: number | null = null;
  /** The list that the scan is in, and how many brackets are open in it. */
  private open: { readonly start: number; readonly line: number; depth: number } | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** Takes the character at a place; the place of the last one that was taken. */
  take(at: number): number {
    const code = this.text.charCodeAt(at);
    if (this.isClosed && code > 0x20) {
      this.followedOn = this.line;
      return this.text.length;
    }
    if (code === LINE_END) this.line += 1;
    else if (code === QUOTE) return this.takeText(at);
    else if (this.open !== null) this.takeInside(code, at);
    else if (code === OPEN) this.path.push(this.key);
    else if (code === CLOSE) this.close();
    else if (code === OPEN_LIST) this.open = { start: at, line: this.line, depth: 1 };
    return at;
  }

  found(): Wrapper {
    const own = new Set(this.lists.map(({ key }) => key.split(".")[0]));
    const { lists, isClosed, followedOn } = this;
    return { lists, others: this.others.filter((other) => !own.has(other)), isClosed, followedOn };
  }

  private close(): void {
    this.path.pop();
    this.isClosed = this.path.length === 0;
  }

  private takeInside(code: number, at: number): void {
    const { open, text, path } = this;
    if (open === null) return;
    if (code === OPEN || code === OPEN_LIST) open.depth += 1;
    else if (code === CLOSE || code === CLOSE_LIST) open.depth -= 1;
    if (open.depth > 0) return;
    this.open = null;
    if (path.length > DEEPEST || !/^\[\s*\{/.test(text.slice(open.start, open.start + 100))) return;
    const key = [...path.slice(1), this.key].join(".").replace(/\.(?:edges|nodes)$/, "");
    this.lists.push({ key, start: open.start, end: at + 1, line: open.line });
  }

  /** Passes over a text, which may be a key. */
  private takeText(start: number): number {
    const { text } = this;
    let end = start + 1;
    for (; end < text.length && text.charCodeAt(end) !== QUOTE; end += 1) if (text.charCodeAt(end) === ESCAPE) end += 1;
    if (this.open !== null) return end;
    let next = end + 1;
    while (next < text.length && text.charCodeAt(next) <= 0x20) next += 1;
    if (text.charCodeAt(next) !== COLON) return end;
    this.key = text.slice(start + 1, end);
    if (this.path.length === 1) this.others.push(this.key);
    return end;
  }
}

/**
 * Refuses an object of which only a part would be read.
 *
 * @throws InputError where it is not closed, where something follows it, or where it is no JSON around its lists
 */
export function refuseDamage(
  { lists, isClosed, followedOn }: Wrapper,
  { text, name, line }: { readonly text: string; readonly name: string; readonly line: number },
): void {
  if (!isClosed) {
    throw new InputError(`${name}: the file ends before the object that begins on line ${line} is closed`, {
      hint: "the file was cut short: copy or export it again",
    });
  }
  if (followedOn !== null) {
    throw new InputError(`${name}: line ${line - 1 + followedOn}: something follows the first object`, {
      hint: "save each page as a file of its own, or all records as one list: [{…}, {…}]",
    });
  }
  try {
    JSON.parse(outsideOf(lists, text));
  } catch (error) {
    throw new InputError(`${name}: the object that begins on line ${line} is not valid JSON`, {
      hint: "export it again",
      cause: error,
    });
  }
}

/** The text with its lists left empty. */
function outsideOf(lists: readonly WrappedList[], text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of lists) {
    parts.push(text.slice(from, start), "[]");
    from = end;
  }
  return [...parts, text.slice(from)].join("");
}

/**
 * Whether a page says that more follow, as GraphQL's `pageInfo` and Stripe's `has_more` do; `undefined` where it does not say.
 * What stands in its lists, such as a connection of one order, says nothing.
 */
export function hasMorePages({ lists }: Wrapper, text: string): boolean | undefined {
  const look = (value: unknown, depth: number): boolean | undefined => {
    if (typeof value !== "object" || value === null || depth > DEEPEST) return undefined;
    const entries = Object.entries(value);
    const own = entries.find(([key, said]) => /^has_?(?:next_?page|more)$/i.test(key) && typeof said === "boolean");
    if (own !== undefined) return own[1] === true;
    return entries.map(([, inner]) => look(inner, depth + 1)).find((said) => said !== undefined);
  };
  try {
    return look(JSON.parse(outsideOf(lists, text)), 0);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** Names of lists whose elements are records of their own, and not parts of the record that they stand in. */
const RECORD_LISTS = new Set(
  "orders,data,results,result,records,rows,value,values,list,entries,content,payload".split(","),
);

/** What an interface says of a page of records. */
const PAGE_KEYS = new Set(
  (
    "count,total,totalcount,page,pages,totalpages,perpage,pagesize,size,limit,offset,skip,next,previous,prev,links,meta," +
    "metadata,hasmore,cursor,status,success,code,message,error,errors,object,url,version,searchcriteria,pagination,paging," +
    "pageinfo,info,requestid,timestamp,ok,data,extensions,end,exportedat,generatedat,createdat,shop,store,type,from,to,since,until"
  ).split(","),
);

/** Whether an object holds records of their own, and is no record with lists of its own, such as one order with its lines. */
export function isWrapper({ lists, others }: Wrapper): boolean {
  const first = lists[0];
  if (first === undefined) return false;
  const hasRecords = lists.some(({ key }) => RECORD_LISTS.has((key.split(".").at(-1) ?? "").toLowerCase()));
  if (!hasRecords) return others.every(isPageKey);
  return !(lists.some(({ key }) => /^orders$/i.test(key)) && others.some((key) => PERSON_KEY.test(key)));
}

/** What an object that is a customer, with its orders in a list, says of it. */
const PERSON_KEY =
  /^(?:_?id|e[-_]?mail|(?:customer|client|user|buyer|member)(?:[-_ ]?(?:id|no|number|e?mail|name))?|(?:first|last)[-_ ]?name)$/i;

function isPageKey(key: string): boolean {
  return PAGE_KEYS.has(key.toLowerCase().replace(/[^a-z]/g, ""));
}

/**
 * Whether an object on one of many lines is a page of records, and no record: it has nothing but lists of records, of which
 * the last page's may be empty, and what an interface says of a page.
 */
export function isPage(text: string): boolean {
  const { lists, others, isClosed, followedOn } = wrapperIn(text);
  if (!isClosed || followedOn !== null) return false;
  const isEmptyList = (key: string): boolean => RECORD_LISTS.has(key.toLowerCase()) && emptyListOf(text, key);
  const isOfRecords = (key: string): boolean => RECORD_LISTS.has((key.split(".").at(-1) ?? "").toLowerCase());
  const hasRecords = lists.length > 0 || others.some(isEmptyList) || emptyLists(text).some(isOfRecords);
  return hasRecords && others.every((key) => isPageKey(key) || isEmptyList(key));
}

/** The keys of empty lists in an object, as those of lists of records are written; none of a text that is no JSON. */
export function emptyLists(text: string): readonly string[] {
  const found: string[] = [];
  const look = (value: unknown, path: readonly string[]): void => {
    if (Array.isArray(value)) {
      if (value.length === 0) found.push(path.join(".").replace(/\.(?:edges|nodes)$/, ""));
    } else if (typeof value === "object" && value !== null && path.length < DEEPEST) {
      for (const [key, inner] of Object.entries(value)) look(inner, [...path, key]);
    }
  };
  try {
    look(JSON.parse(text), []);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return found;
}

function emptyListOf(text: string, key: string): boolean {
  const [, after = ""] = text.split(`"${key}"`, 2);
  return /^\s*:\s*\[\s*\]/.test(after);
}

/**
 * The list that is read of an object: its only one, or the one that `--sheet` names.
 *
 * @throws InputError where there is none, or more than one and none is named
 */
export function chosenList(
  { lists }: Wrapper,
  { name, asked }: { readonly name: string; readonly asked?: string | undefined },
): WrappedList {
  const found = asked === undefined ? lists : lists.filter(({ key }) => key === asked);
  const [only, ...more] = found;
  if (only !== undefined && more.length === 0) return only;
  if (lists.length === 0) throw oneObject(name);
  const keys = lists.slice(0, 10).map(({ key, line }) => `"${key}" (line ${line})`);
  if (asked !== undefined && only === undefined)
    throw new InputError(`${name}: no list of records "${asked}" (found: ${keys.join(", ")})`, {
      hint: "name one of these lists with --sheet",
    });
  throw new InputError(`${name}: this object holds ${plural(lists.length, "list")} of records: ${keys.join(", ")}`, {
    hint: `say which is read: ${[...new Set(lists.map(({ key }) => `--sheet ${key}`))].slice(0, 3).join(" or ")}`,
  });
}
