/** The logo: two pennants that face each other, as a drawing in outline where nothing is yet. */
export function Pennants({ outline = false }: { outline?: boolean }) {
  return (
    <svg class={outline ? "pennants outline" : "pennants"} viewBox="0 0 28 24" aria-hidden="true">
      <path class="ours" d="M2 1.2v14.2L20 8.3z" />
      <path class="theirs" d="M26 8.6v14.2L8 15.7z" />
    </svg>
  );
}
