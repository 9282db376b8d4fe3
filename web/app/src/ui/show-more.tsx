/** Loads the next page of a list, where there is one. */
export function ShowMore({ more, onPress }: { more: boolean; onPress: () => void }) {
  if (!more) return null;
  return (
    <button class="button quiet compact" type="button" onClick={onPress}>
      Show more
    </button>
  );
}
