import { CopyButton } from "../ui/copy-button.tsx";

/** A fenced block of code, with its language and a button that copies it. */
export function CodeBlock({ language, source }: { language: string; source: string }) {
  return (
    <div class="code-block">
      <div class="bar">
        <span>{language.split(/\s/, 1)[0]}</span>
        <CopyButton text={source} label="Copy code" />
      </div>
      <pre class="scroll" tabIndex={0} aria-label={language === "" ? "Code" : `${language} code`}>
        <code>{source}</code>
      </pre>
    </div>
  );
}
