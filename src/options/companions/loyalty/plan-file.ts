/*
 * Loyalty plans: the file that the user wrote, read and checked, and the examples that come with the program.
 */
import { checkPlan } from "../../../analysis/loyalty/check-plan.ts";
import type {
  BonusStep,
  Expiry,
  LevelsFile,
  LoyaltyPlan,
  PlanFile,
  RewardFile,
} from "../../../analysis/loyalty/plan.ts";
import { ConfigNode } from "../../../basics/yaml/config-node.ts";
import { ConfigProblems } from "../../../basics/yaml/config-problems.ts";
import { readDocument } from "../../../basics/yaml/yaml-nodes.ts";
import * as values from "./plan-values.ts";

const HINT = "see docs/loyalty.md for what a plan may hold; rfm loyalty --example shows some";

const TOP_KEYS = [
  "$schema",
  "name",
  "currency",
  "starts",
  "points",
  "stamps",
  "rewards",
  "expiry",
  "levels",
  "bonus",
  "margin",
  "fixed_cost",
] as const;

type Nodes = ReadonlyMap<string, ConfigNode>;

/**
 * A loyalty plan from the text of its YAML or JSON file, checked.
 *
 * @param name the file's name, for messages
 * @throws UsageError that names every problem with its line: unknown keys, wrong values, and parts that contradict each other
 */
export function parsePlanFile(text: string, name: string): LoyaltyPlan {
  const document = readDocument(text);
  const problems = new ConfigProblems();
  for (const { line, text: problem } of document.problems) problems.add(line, problem);
  problems.throwAny(name, HINT);
  const root = new ConfigNode({ document, env: {}, problems }, document.root, { name: "the plan" });
  const reader = new PlanReader();
  const file = reader.read(root);
  problems.throwAny(name, HINT);
  const { plan, problems: found } = checkPlan(file);
  if (plan !== null) return plan;
  for (const { at, text: problem } of found) problems.add(reader.lineOf(at), problem);
  problems.throwAny(name, HINT);
  throw new Error("a plan with problems was taken for one without");
}

/** Reads the parts of one plan, and remembers the line of each. */
class PlanReader {
  private readonly lines = new Map<string, number>();

  /** The line of a part such as `levels.steps[2]`; of the nearest part around it where it is not there. */
  lineOf(at: string): number {
    const known = this.lines.get(at);
    if (known !== undefined || at === "") return known ?? 1;
    return this.lineOf(at.replace(/(^|\.)[^.]*$/, ""));
  }

  read(root: ConfigNode): PlanFile {
    const nodes = this.map(root, TOP_KEYS, "name, points or stamps, rewards, levels");
    const name = nodes.get("name");
    if (name === undefined) root.complain("the plan has no name");
    const points = this.part(nodes, "points", (part) => this.points(part));
    const stamps = this.part(nodes, "stamps", (part) => this.stamps(part));
    return {
      name: values.valueIn(name, values.planName) ?? "",
      ...optional("currency", values.valueIn(nodes.get("currency"), values.currencyCode)),
      ...optional("starts", values.valueIn(nodes.get("starts"), values.day)),
      ...optional("points", points),
      ...optional("stamps", stamps),
      ...optional(
        "rewards",
        this.part(nodes, "rewards", (part) => part.items().map((item) => this.reward(item))),
      ),
      ...optional(
        "expiry",
        this.part(nodes, "expiry", (part) => this.expiry(part)),
      ),
      ...optional(
        "levels",
        this.part(nodes, "levels", (part) => this.levels(part)),
      ),
      ...optional(
        "bonus",
        this.part(nodes, "bonus", (part) => this.bonus(part)),
      ),
      ...optional("margin", values.valueIn(nodes.get("margin"), values.share)),
      ...optional("fixedCost", values.valueIn(nodes.get("fixed_cost"), values.fixedCost)),
    };
  }

  private map(node: ConfigNode, known: readonly string[], what: string): Nodes {
    const nodes = node.map(known, what);
    if (node.name !== "the plan") this.lines.set(node.name, node.line);
    for (const child of nodes.values()) this.lines.set(child.name, child.line);
    return nodes;
  }

  private part<Part>(nodes: Nodes, key: string, read: (node: ConfigNode) => Part): Part | undefined {
    const node = nodes.get(key);
    return node === undefined ? undefined : read(node);
  }

  private points(node: ConfigNode): PlanFile["points"] {
    const nodes = this.map(node, ["per", "each", "on", "round"], "{ per: 1.00, each: 1 }");
    values.valueIn(nodes.get("on"), values.oneOf(["net"]));
    return {
      ...optional("per", values.valueIn(nodes.get("per"), values.price)),
      ...optional("each", values.valueIn(nodes.get("each"), values.wholeNumber)),
      ...optional("round", values.valueIn(nodes.get("round"), values.rounding)),
    };
  }

  private stamps(node: ConfigNode): PlanFile["stamps"] {
    const nodes = this.map(node, ["per", "each", "from"], "{ per: order, each: 1 }");
    values.valueIn(nodes.get("per"), values.oneOf(["order"]));
    return {
      ...optional("each", values.valueIn(nodes.get("each"), values.wholeNumber)),
      ...optional("from", values.valueIn(nodes.get("from"), values.threshold)),
    };
  }

  private reward(node: ConfigNode): RewardFile {
    const nodes = this.map(node, ["points", "stamps", "value", "cost"], "{ points: 500, value: 5.00, cost: 100% }");
    if (!nodes.has("value")) node.complain(`${node.name} has no value`);
    return {
      ...optional("points", values.valueIn(nodes.get("points"), values.wholeNumber)),
      ...optional("stamps", values.valueIn(nodes.get("stamps"), values.wholeNumber)),
      value: values.valueIn(nodes.get("value"), values.rewardValue) ?? 0,
      ...optional("cost", values.valueIn(nodes.get("cost"), values.share)),
    };
  }

  private expiry(node: ConfigNode): Expiry {
    if (node.written() !== null) return values.valueIn(node, values.neverExpires) ?? { kind: "never" };
    const nodes = this.map(node, ["after", "without", "at"], "{ after: 12m, without: purchase }");
    const [after, without, at] = ["after", "without", "at"].map((key) => nodes.get(key));
    if (after !== undefined && at !== undefined) node.complain("expiry has two terms, after and at: give one of them");
    if (after === undefined && at === undefined) node.complain("expiry has no term: give after or at");
    if (without !== undefined && after === undefined) without.complain("expiry.without needs after");
    values.valueIn(without, values.oneOf(["purchase"]));
    const date = values.valueIn(at, values.expiryDate);
    const span = values.valueIn(after, values.expirySpan);
    if (span !== undefined) return { kind: without === undefined ? "term" : "inactive", span };
    return date ?? { kind: "never" };
  }

  private levels(node: ConfigNode): LevelsFile {
    const nodes = this.map(node, ["by", "window", "hold", "steps"], "by, window, hold and steps");
    const by = values.valueIn(nodes.get("by"), values.levelMeasure) ?? "spend";
    if (!nodes.has("by")) node.complain(`levels.by is missing: ${values.levelMeasure.what}`);
    const steps = nodes.get("steps");
    if (steps === undefined) node.complain("levels without steps: give [{ name: Silver, from: 200 }]");
    return {
      by,
      ...optional("window", values.valueIn(nodes.get("window"), values.qualifyingWindow)),
      ...optional("hold", values.valueIn(nodes.get("hold"), values.holdingTerm)),
      steps: (steps?.items() ?? []).map((item) =>
        this.step(item, by === "spend" ? values.threshold : values.wholeThreshold),
      ),
    };
  }

  private step(node: ConfigNode, from: values.PlanValue<number>): LevelsFile["steps"][number] {
    const nodes = this.map(node, ["name", "from", "role"], "{ name: Silver, from: 200 }");
    for (const key of ["name", "from"]) if (!nodes.has(key)) node.complain(`${node.name} has no ${key}`);
    return {
      name: values.valueIn(nodes.get("name"), values.planName) ?? "",
      from: values.valueIn(nodes.get("from"), from) ?? 0,
      ...optional("role", values.valueIn(nodes.get("role"), values.roleName)),
    };
  }

  private bonus(node: ConfigNode): readonly BonusStep[] {
    const nodes = this.map(node, ["each", "steps"], "{ each: month, steps: [{ from: 50, share: 1% }] }");
    values.valueIn(nodes.get("each"), values.oneOf(["month"]));
    const steps = nodes.get("steps");
    if (steps === undefined) node.complain("bonus without steps: give [{ from: 50, share: 1% }]");
    return (steps?.items() ?? []).map((item) => {
      const own = this.map(item, ["from", "share"], "{ from: 50, share: 1% }");
      for (const key of ["from", "share"]) if (!own.has(key)) item.complain(`${item.name} has no ${key}`);
      return {
        from: values.valueIn(own.get("from"), values.threshold) ?? 0,
        share: values.valueIn(own.get("share"), values.share) ?? 0,
      };
    });
  }
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [key in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in Key]?: Value });
}
