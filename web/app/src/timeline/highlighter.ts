import bash from "highlight.js/lib/languages/bash";
import c from "highlight.js/lib/languages/c";
import cpp from "highlight.js/lib/languages/cpp";
import csharp from "highlight.js/lib/languages/csharp";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import dockerfile from "highlight.js/lib/languages/dockerfile";
import go from "highlight.js/lib/languages/go";
import ini from "highlight.js/lib/languages/ini";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import kotlin from "highlight.js/lib/languages/kotlin";
import markdown from "highlight.js/lib/languages/markdown";
import php from "highlight.js/lib/languages/php";
import python from "highlight.js/lib/languages/python";
import ruby from "highlight.js/lib/languages/ruby";
import rust from "highlight.js/lib/languages/rust";
import sql from "highlight.js/lib/languages/sql";
import swift from "highlight.js/lib/languages/swift";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { createLowlight } from "lowlight";
import type { Kind, Piece } from "./highlighting.ts";

const lowlight = createLowlight({
  bash,
  c,
  cpp,
  csharp,
  css,
  diff,
  dockerfile,
  go,
  ini,
  java,
  javascript,
  json,
  kotlin,
  markdown,
  php,
  python,
  ruby,
  rust,
  sql,
  swift,
  typescript,
  xml,
  yaml,
});

/** What the grammars tell apart, in the few kinds that are drawn. */
const kinds: Readonly<Record<string, Kind>> = {
  attr: "key",
  attribute: "key",
  built_in: "key",
  keyword: "key",
  name: "key",
  section: "key",
  "selector-class": "key",
  "selector-id": "key",
  "selector-tag": "key",
  type: "key",
  addition: "value",
  bullet: "value",
  link: "value",
  literal: "value",
  number: "value",
  regexp: "value",
  string: "value",
  symbol: "value",
  comment: "remark",
  meta: "remark",
  quote: "remark",
  deletion: "removed",
};

type Tree = ReturnType<typeof lowlight.highlight>;
type Node = Tree["children"][number];

/** The source in pieces of one kind each, or undefined where nothing is known of the language. */
export function highlight(language: string, source: string): readonly Piece[] | undefined {
  if (!lowlight.registered(language)) return undefined;
  return lowlight.highlight(language, source).children.flatMap((node) => piecesOf(node, undefined));
}

function piecesOf(node: Node, around: Kind | undefined): readonly Piece[] {
  switch (node.type) {
    case "text":
      return [{ kind: around, text: node.value }];
    case "element": {
      const kind = kindOf(node.properties["className"]) ?? around;
      return node.children.flatMap((child) => piecesOf(child, kind));
    }
    default:
      return [];
  }
}

/** Classes are like `hljs-string`. */
function kindOf(classes: unknown): Kind | undefined {
  const [first = ""]: readonly unknown[] = Array.isArray(classes) ? classes : [];
  return kinds[String(first).replace("hljs-", "")];
}
