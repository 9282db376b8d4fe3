/** The least space between a panel and the edge of the window, in px. */
const margin = 8;

/** An edge of the window's own left and right. */
export type Edge = "left" | "right";

/**
 * Shows a popover over everything: below what it stands in where there is room for it, else above that.
 *
 * @param edge which edge of what it stands in it keeps to
 */
export function placeBelow(panel: HTMLElement | null, edge: Edge = "right"): void {
  const owner = panel?.parentElement?.getBoundingClientRect();
  if (panel === null || owner === undefined) return;
  panel.showPopover();
  const fits = owner.bottom + panel.offsetHeight + margin < window.innerHeight;
  const top = fits ? owner.bottom + 4 : owner.top - panel.offsetHeight - 4;
  const greatestLeft = window.innerWidth - panel.offsetWidth - margin;
  panel.style.top = `${Math.max(margin, top)}px`;
  const left = edge === "left" ? owner.left : owner.right - panel.offsetWidth;
  panel.style.left = `${Math.max(margin, Math.min(greatestLeft, left))}px`;
}
