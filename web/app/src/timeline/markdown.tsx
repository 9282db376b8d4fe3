import { Lexer, type MarkedToken, type Token, type Tokens } from "marked";
import type { ComponentChildren, VNode } from "preact";
import { mentionsIn } from "../people/mentions.ts";
import { CodeBlock } from "./code-block.tsx";
import { Mention } from "./mention.tsx";
import { Words } from "./words.tsx";

/** Deeper nesting than any reader needs is shown as its source. */
const greatestDepth = 8;
const cacheSize = 400;
const cache = new Map<string, readonly Token[]>();

/**
 * Renders markdown source as virtual nodes. Nothing in the source can become markup: HTML is shown
 * as text, images are links, and a link is followed only to http, https and mailto.
 */
export function Markdown({ source }: { source: string }): VNode {
  return <>{blocks(tokensOf(source), 0)}</>;
}

function tokensOf(source: string): readonly Token[] {
  const known = cache.get(source);
  if (known !== undefined) return known;
  const tokens = lex(source);
  if (cache.size >= cacheSize) cache.clear();
  cache.set(source, tokens);
  return tokens;
}

function lex(source: string): readonly Token[] {
  if (nestsTooDeep(source)) return [plain(source)];
  try {
    return new Lexer({ gfm: true, breaks: true }).lex(source);
  } catch {
    return [plain(source)];
  }
}

/** A line of hundreds of quote or list marks would make the lexer recurse once for each of them. */
function nestsTooDeep(source: string): boolean {
  return /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])[ \t]*){20}/m.test(source) || /[[*_~]{60}/.test(source);
}

function plain(text: string): Tokens.Text {
  return { type: "text", raw: text, text };
}

function blocks(tokens: readonly Token[], depth: number): ComponentChildren[] {
  return tokens.map((token) => block(token as MarkedToken, depth));
}

function block(token: MarkedToken, depth: number): ComponentChildren {
  if (depth > greatestDepth) return <p>{token.raw}</p>;
  switch (token.type) {
    case "space":
      return null;
    case "paragraph":
      return <p>{spans(token.tokens, depth)}</p>;
    case "heading":
      return <p class="heading">{spans(token.tokens, depth)}</p>;
    case "code":
      return <CodeBlock language={token.lang ?? ""} source={token.text} />;
    case "blockquote":
      return <blockquote>{blocks(token.tokens, depth + 1)}</blockquote>;
    case "list":
      return list(token, depth);
    case "table":
      return table(token, depth);
    case "hr":
      return <hr />;
    case "text":
      return token.tokens ? spans(token.tokens, depth) : words(token.text);
    case "checkbox":
      return checkbox(token);
    case "html":
    case "def":
      return <p>{token.raw.trimEnd()}</p>;
    default:
      return span(token, depth);
  }
}

function list(token: Tokens.List, depth: number): VNode {
  const items = token.items.map((item) => (
    <li class={item.task ? "task" : undefined}>{blocks(item.tokens, depth + 1)}</li>
  ));
  if (!token.ordered) return <ul>{items}</ul>;
  return <ol start={token.start === "" ? 1 : token.start}>{items}</ol>;
}

function table(token: Tokens.Table, depth: number): VNode {
  const cell = (content: Tokens.TableCell) => spans(content.tokens, depth + 1);
  return (
    <div class="table">
      <table>
        <thead>
          <tr>
            {token.header.map((content) => (
              <th scope="col">{cell(content)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {token.rows.map((row) => (
            <tr>
              {row.map((content) => (
                <td>{cell(content)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function spans(tokens: readonly Token[], depth: number): ComponentChildren[] {
  return tokens.map((token) => span(token as MarkedToken, depth));
}

function span(token: MarkedToken, depth: number): ComponentChildren {
  if (depth > greatestDepth) return token.raw;
  switch (token.type) {
    case "text":
      return token.tokens ? spans(token.tokens, depth + 1) : words(token.text);
    case "escape":
      return token.text;
    case "strong":
      return <strong>{spans(token.tokens, depth + 1)}</strong>;
    case "em":
      return <em>{spans(token.tokens, depth + 1)}</em>;
    case "del":
      return <del>{spans(token.tokens, depth + 1)}</del>;
    case "codespan":
      return <code>{token.text}</code>;
    case "br":
      return <br />;
    case "link":
    case "image":
      return link(token, depth);
    case "checkbox":
      return checkbox(token);
    default:
      return token.raw;
  }
}

/** A text in which those who are named stand out, and the words that draw the reader's attention. */
function words(text: string): ComponentChildren {
  return mentionsIn(text).map((piece) =>
    typeof piece === "string" ? <Words>{piece}</Words> : <Mention name={piece.name} />,
  );
}

function link(token: Tokens.Link | Tokens.Image, depth: number): ComponentChildren {
  if (!isFollowed(token.href)) return token.raw;
  const children = token.tokens.length > 0 ? spans(token.tokens, depth + 1) : token.href;
  return (
    <a href={token.href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function checkbox(token: Tokens.Checkbox): string {
  return token.checked ? "☑ " : "☐ ";
}

/** Whether a link's address is absolute and of a kind that opens nothing but a page or a letter. */
export function isFollowed(href: string): boolean {
  const protocol = URL.parse(href)?.protocol;
  return protocol === "http:" || protocol === "https:" || protocol === "mailto:";
}
