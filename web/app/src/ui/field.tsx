import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { useAutoFocus } from "./use-auto-focus.ts";
import "./field.css";

interface FieldProps {
  label: string;
  /** What the browser may remember the value under. */
  name?: string;
  /** Whether the value is shown as dots. */
  isHidden?: boolean;
  value: string;
  onValue: (value: string) => void;
  /** What is wrong with the value, in words that say what to do. */
  problem?: string | undefined;
  /** What a good value looks like, shown while there is no problem. */
  hint?: string;
  /** Controls inside the input's box, after the text. */
  after?: ComponentChildren;
  placeholder?: string;
  autoComplete?: string;
  /** Whether the value is an identifier: no capitals and no spelling are suggested for it. */
  isIdentifier?: boolean;
  maxLength?: number;
  required?: boolean;
  autoFocus?: boolean;
}

const hidden = { type: "password" } as const;
const shown = { type: "text" } as const;

/** A labelled input with its hint, or its problem, right below it. A problem brings the focus here. */
export function Field({ label, value, onValue, hint, after, ...rest }: FieldProps) {
  const id = useId();
  const element = useAutoFocus<HTMLInputElement>(rest.autoFocus ?? false);
  const problem = useStanding(rest.problem, value);
  useEffect(() => {
    if (problem !== undefined) element.current?.focus();
  }, [element, problem]);
  const note = problem ?? hint;
  const { isIdentifier = false, isHidden = false, problem: _, ...input } = rest;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class={after ? "control with-after" : "control"}>
        <input
          {...input}
          {...(isHidden ? hidden : shown)}
          ref={element}
          id={id}
          value={value}
          autoCapitalize={isIdentifier ? "none" : undefined}
          spellcheck={isIdentifier ? false : undefined}
          aria-invalid={problem !== undefined}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        {after}
      </div>
      {note !== undefined && <Note id={`${id}-note`} text={note} isProblem={problem !== undefined} />}
    </div>
  );
}

/** The problem, for as long as the value is the one that was found wrong. */
function useStanding(problem: string | undefined, value: string): string | undefined {
  const judged = useRef({ problem, value });
  if (judged.current.problem !== problem) judged.current = { problem, value };
  return judged.current.value === value ? problem : undefined;
}

function Note({ id, text, isProblem }: { id: string; text: string; isProblem: boolean }) {
  return (
    <p id={id} class={isProblem ? "problem" : "hint"} role={isProblem ? "alert" : undefined}>
      {text}
    </p>
  );
}
