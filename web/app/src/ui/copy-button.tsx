import { useEffect, useState } from "preact/hooks";
import { copyText } from "./clipboard.ts";
import { Icon } from "./icon.tsx";

/** An icon button that copies a text and shows for two seconds that it did. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    await copyText(text);
    setCopied(true);
  };
  return (
    <button class="icon-button copy" type="button" aria-label={label} onClick={copy}>
      <Icon name={copied ? "check" : "copy"} size="small" />
      <span class="visually-hidden" role="status">
        {copied ? "Copied" : ""}
      </span>
    </button>
  );
}
