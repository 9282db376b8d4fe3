import type { ComponentChildren, VNode } from "preact";
import { describe, expect, it } from "vitest";
import { isFollowed, Markdown } from "../src/timeline/markdown.tsx";

/** The nodes that a source becomes, as text: `<tag attribute=value>children</tag>`. */
function draw(source: string): string {
  return text(Markdown({ source }));
}

function text(node: ComponentChildren): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (Array.isArray(node)) return node.map(text).join("");
  if (typeof node !== "object") return String(node);
  const { type, props } = node as VNode<Record<string, ComponentChildren>>;
  if (typeof type === "function") {
    return type.name === "CodeBlock"
      ? `[${text(props["language"])}|${text(props["source"])}]`
      : text(props["children"]);
  }
  const href = props["href"] === undefined ? "" : ` href=${text(props["href"])}`;
  return `<${type}${href}>${text(props["children"])}</${type}>`;
}

describe("markdown", () => {
  it("renders what people write", () => {
    expect(draw("**a** _b_ ~~c~~ `d`")).toBe(
      "<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>",
    );
    expect(draw("one\ntwo")).toBe("<p>one<br></br>two</p>");
    expect(draw("- a\n- b")).toBe("<ul><li>a</li><li>b</li></ul>");
    expect(draw("```yaml\nkey: 1\n```")).toBe("[yaml|key: 1]");
    expect(draw("> said")).toBe("<blockquote><p>said</p></blockquote>");
  });

  it("shows HTML, entities and definitions as they were typed", () => {
    expect(draw("<img src=x onerror=alert(1)> &amp; <b>x</b>")).toContain("<img src=x onerror");
    expect(draw("a &lt;b&gt;")).toBe("<p>a &lt;b&gt;</p>");
    expect(draw("[a]: http://example.org")).toContain("[a]: http://example.org");
  });

  it("follows links only where they can do no harm", () => {
    expect(draw("[x](https://example.org)")).toBe("<p><a href=https://example.org>x</a></p>");
    expect(draw("[x](javascript:alert(1))")).toBe("<p>[x](javascript:alert(1))</p>");
    expect(draw("![x](data:text/html,hi)")).toBe("<p>![x](data:text/html,hi)</p>");
  });

  it.each([
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.org",
    "/rooms/1",
  ])("does not follow %j", (href) => {
    expect(isFollowed(href)).toBe(false);
  });

  it("does not break on sources that nest without end", () => {
    for (const mark of [">", "- ", "1. ", "*", "_", "[", "**a ", "`", "~", "> - "]) {
      expect(draw(mark.repeat(8000 / mark.length)).length).toBeGreaterThan(0);
    }
  });
});
