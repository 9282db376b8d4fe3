import type { ComponentChildren } from "preact";
import { FormProblem } from "../ui/form-problem.tsx";
import { Icon } from "../ui/icon.tsx";

interface ListedProps {
  title: string;
  /** What the button that begins a new one says; without one there is none. */
  add?: string;
  /** Whether a new one is being made. */
  isAdding?: boolean;
  onAdd?: () => void;
  problem: string | undefined;
  children: ComponentChildren;
}

/** A titled list in the details, with the way to one more. */
export function Listed({ title, add, isAdding, onAdd, problem, children }: ListedProps) {
  return (
    <section class="members" aria-label={title}>
      <div class="members-title">
        <h2>{title}</h2>
        {add !== undefined && (
          <button class="button quiet compact" type="button" aria-expanded={isAdding} onClick={onAdd}>
            <Icon name="plus" size="small" />
            {add}
          </button>
        )}
      </div>
      <FormProblem message={problem} />
      {children}
    </section>
  );
}
