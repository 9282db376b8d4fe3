import type { ComponentChildren, VNode } from "preact";
import { useId } from "preact/hooks";

interface SectionProps {
  title: string;
  ids: readonly string[];
  /** A figure beside the title. */
  aside?: string | undefined;
  /** Controls beside the title. */
  actions?: VNode;
  /** Whether the title is shown without rows too. */
  always?: boolean;
  children: (id: string) => ComponentChildren;
}

/** A titled list of rows. */
export function Section({ title, ids, aside, actions, always = false, children }: SectionProps) {
  const titleId = useId();
  if (ids.length === 0 && !always) return null;
  return (
    <section aria-labelledby={titleId}>
      <div class="section-title">
        <h2 id={titleId}>{title}</h2>
        {aside !== undefined && <span>{aside}</span>}
        {actions}
      </div>
      <ul>
        {ids.map((id) => (
          <li key={id}>{children(id)}</li>
        ))}
      </ul>
    </section>
  );
}
