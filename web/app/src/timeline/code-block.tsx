import { CopyButton } from "../ui/copy-button.tsx";
import { usePieces } from "./highlighting.ts";

/** A fenced block of code, with its language and a button that copies it. */
export function CodeBlock({ language: info, source }: { language: string; source: string }) {
  const [language = ""] = info.split(/\s/, 1);
  return (
    <div class="code-block">
      <div class="bar">
        <span>{language}</span>
        <CopyButton text={source} label="Copy code" />
      </div>
      <pre class="scroll" tabIndex={0} aria-label={language === "" ? "Code" : `${language} code`}>
        <code>
          <Source language={language} source={source} />
        </code>
      </pre>
    </div>
  );
}

function Source({ language, source }: { language: string; source: string }) {
  const pieces = usePieces(language, source);
  if (pieces === undefined) return <>{source}</>;
  return (
    <>
      {pieces.map(({ kind, text }, index) => (
        <span key={index} class={kind}>
          {text}
        </span>
      ))}
    </>
  );
}
