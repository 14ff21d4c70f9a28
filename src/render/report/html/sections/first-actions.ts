import type { FirstAction } from "../../../../analysis/report/first-actions.ts";
import { groupName, nothingFirst, shownAction } from "../../first-screen.ts";
import type { PageContext } from "../../page-context.ts";
import { html, type Markup } from "../markup.ts";
import { nameMarkup } from "../name.ts";

/** The groups to begin with: how many, how much money, why, what to do, and the command that writes the list. */
export function firstSteps(context: PageContext): Markup {
  const { text, report } = context;
  const cards = report.actions.map((action) => card(context, action));
  const nothing = cards.length > 0 ? null : nothingFirst(context);
  if (cards.length === 0 && nothing === null) return html``;
  const content =
    nothing === null
      ? html`<ol class="first">${cards}</ol>
<p class="small soft">${text.first.commands}</p>`
      : html`<p>${nothing}</p>`;
  return html`<section aria-labelledby="first"><h2 id="first" class="hidden">${text.first.heading}</h2>
${content}</section>
`;
}

function card(context: PageContext, action: FirstAction): Markup {
  const { text, language } = context;
  const { summary, reasons, advice, command } = shownAction(context, action);
  const name = typeof action.group === "number" ? nameMarkup(summary?.segment ?? "") : groupName(context, action.group);
  const band = summary === null ? null : context.bandOf(summary);
  return html`<li class="band-${band ?? "none"}"><h3>${text.first.roles[action.kind]}: ${name}</h3>
<p class="big">${language.words.common.customers(action.customers)}</p><p>${reasons}</p><p class="do">${advice}</p>
<code class="command">${unbrokenOptions(command)}</code></li>
`;
}

/** A command whose lines break between options only, where they have room. */
function unbrokenOptions(command: string): readonly Markup[] {
  return command.split(/ (?=--)/).map((part, index) => html`${index === 0 ? "" : " "}<span>${part}</span>`);
}
