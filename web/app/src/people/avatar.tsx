import type { VNode } from "preact";
import { flagOf, type Flag, type Pattern } from "./flag.ts";

const figures: Record<Pattern, (ink: string) => VNode> = {
  vhalf: (ink) => <path d="M18 0h18v36H18z" fill={ink} />,
  diag: (ink) => <path d="M0 36 36 0v36z" fill={ink} />,
  quarters: (ink) => <path d="M18 0h18v18H18zM0 18h18v18H0z" fill={ink} />,
  saltire: (ink) => <path d="m0 0 36 36M36 0 0 36" stroke={ink} stroke-width="8" />,
  cross: (ink) => <path d="M18 0v36M0 18h36" stroke={ink} stroke-width="9" />,
  inset: (ink) => <path d="M10 10h16v16H10z" fill={ink} />,
  bars: (ink) => <path d="M0 12h36v12H0z" fill={ink} />,
  chevron: (ink) => <path d="m0 0 20 18L0 36z" fill={ink} />,
  dot: (ink) => <circle cx="18" cy="18" r="9" fill={ink} />,
  frame: (ink) => <path d="M9 9h18v18H9z" fill="none" stroke={ink} stroke-width="5" />,
};

/** A user's signal flag at 36, 22 or 18 px. Decorative: the name always stands beside it. */
export function Avatar({ id, size }: { id: string; size?: "small" | "tiny" }) {
  return (
    <span class={size ? `flag ${size}` : "flag"} aria-hidden="true">
      <FlagDrawing flag={flagOf(id)} />
    </span>
  );
}

function FlagDrawing({ flag }: { flag: Flag }) {
  return (
    <svg viewBox="0 0 36 36">
      <path d="M0 0h36v36H0z" fill={flag.ground} />
      {figures[flag.pattern](flag.figure)}
    </svg>
  );
}
