import { useEffect } from "preact/hooks";
import { Markdown } from "../timeline/markdown.tsx";
import { plainText } from "../timeline/plain-text.ts";
import { announce } from "../ui/announcer.tsx";
import { Icon } from "../ui/icon.tsx";
import { type Answer, answerIn, dismissAnswer } from "./answers.ts";
import "./answer-note.css";

/** Above the composer: what a slash command said to me alone. */
export function AnswerNote({ room, onDismissed }: { room: string; onDismissed: () => void }) {
  const answer = answerIn(room);
  if (answer === undefined) return null;
  const dismiss = () => {
    dismissAnswer(room);
    onDismissed();
  };
  return <Note answer={answer} onDismiss={dismiss} />;
}

function Note({ answer, onDismiss }: { answer: Answer; onDismiss: () => void }) {
  const { name, text } = answer;
  useEffect(() => announce(`/${name}: ${plainText(text)}`), [answer]);
  return (
    <section class="answer-note" aria-label={`Answer of /${name}`}>
      <p class="head">
        <code>/{name}</code>
        <span>Only you see this</span>
        <button class="icon-button" type="button" aria-label={`Dismiss the answer of /${name}`} onClick={onDismiss}>
          <Icon name="x" size="small" />
        </button>
      </p>
      <div class="text" dir="auto" role="group" aria-label="Answer" tabIndex={0}>
        <Markdown source={text} />
      </div>
    </section>
  );
}
