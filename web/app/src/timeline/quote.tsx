import { useName } from "../people/use-names.ts";
import { useStore } from "../store.ts";
import { plainText } from "./plain-text.ts";

/** The message that another one answers, in one line. Where it is not loaded, only that there is one. */
export function Quote({ seq }: { seq: number }) {
  const { openRoom } = useStore();
  const item = openRoom.value?.timeline.items.find((one) => one.seq === seq);
  if (item?.kind !== "message") return <p class="quote">An earlier message</p>;
  const text = item.deleted === true ? "This message was deleted." : plainText(item.text);
  return <Quoted by={item.by} text={text} />;
}

function Quoted({ by, text }: { by: string; text: string }) {
  const name = useName(by);
  return (
    <p class="quote" dir="auto">
      <b>{name}</b> {text}
    </p>
  );
}
