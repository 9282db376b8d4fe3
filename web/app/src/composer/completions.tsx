import { useLayoutEffect, useRef } from "preact/hooks";
import { Avatar } from "../people/avatar.tsx";
import { Icon } from "../ui/icon.tsx";
import type { Option } from "./naming.ts";
import type { Completion } from "./use-completion.ts";

/** The list above the text from which a person, an emoji or a command is taken. */
export function Completions({ completion }: { completion: Completion }) {
  const { listId, optionId, options, active, isOpen, pick } = completion;
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => place(list.current), [isOpen, options.length]);
  if (!isOpen) return null;
  return (
    <ul ref={list} class="completions" popover="manual" id={listId} role="listbox" aria-label="Suggestions">
      {options.map((option, index) => (
        <li
          key={option.key}
          id={optionId(index)}
          role="option"
          class="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => pick(option)}
        >
          <Mark option={option} />
          <span class="truncate" dir="auto">
            {option.label}
          </span>
          <span class="aside truncate" dir="auto">{option.aside}</span>
        </li>
      ))}
    </ul>
  );
}

function Mark({ option: { mark } }: { option: Option }) {
  if ("user" in mark) return <Avatar id={mark.user} size="small" />;
  if ("emoji" in mark) return <span class="emoji">{mark.emoji}</span>;
  return <Icon name={mark.icon} />;
}

/** Shows the list over everything, right above the box that it belongs to. */
function place(list: HTMLElement | null): void {
  const box = list?.parentElement?.getBoundingClientRect();
  if (list === null || box === undefined) return;
  if (!list.matches(":popover-open")) list.showPopover();
  list.style.left = `${box.left}px`;
  list.style.width = `${Math.min(box.width, 420)}px`;
  list.style.bottom = `${window.innerHeight - box.top + 8}px`;
}
