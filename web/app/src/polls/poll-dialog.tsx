import { useState } from "preact/hooks";
import type { Place } from "../composer/replying.ts";
import { useStore } from "../store.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Icon } from "../ui/icon.tsx";
import { closeDialog } from "../ui/open-dialog.ts";
import { Segments } from "../ui/segments.tsx";
import { describe } from "../ui/use-submit.ts";
import { useValue } from "../ui/use-value.ts";
import { asking } from "./asking.ts";
import { ballotOf, fewestOptions, longestOption, mostOptions } from "./ballot.ts";

type HowMany = "one" | "several";

const howMany: readonly { value: HowMany; label: string }[] = [
  { value: "one", label: "One option" },
  { value: "several", label: "Several" },
];

/** Makes a poll and sends it to the place that it was asked for. */
export function PollDialog() {
  const place = asking.value;
  return (
    <Dialog title="Make a poll" onClose={closeDialog}>
      {place !== undefined && <PollForm place={place} />}
    </Dialog>
  );
}

function PollForm({ place }: { place: Place }) {
  const { question, options, choice, problem, send } = usePoll(place);
  return (
    <form class="content scroll" onSubmit={send}>
      <Field
        label="Question"
        value={question.value}
        onValue={question.set}
        problem={problem?.field === "question" ? problem.message : undefined}
        placeholder="Where do we meet?"
        maxLength={500}
        autoFocus
      />
      <Options options={options.value} onOptions={options.set} />
      <Segments legend="Everyone chooses" choices={howMany} chosen={choice.value} onChoose={choice.set} />
      <p class="hint">Votes are not anonymous: everyone here can learn who voted for what.</p>
      <FormProblem message={problem?.field === "question" ? undefined : problem?.message} />
      <div class="actions">
        <button class="button" type="submit">
          Send poll
        </button>
      </div>
    </form>
  );
}

interface OptionsProps {
  options: readonly string[];
  onOptions: (options: readonly string[]) => void;
}

/** A field for each option, and a button for one more. The new one gets the focus. */
function Options({ options, onOptions }: OptionsProps) {
  return (
    <>
      {options.map((option, index) => (
        <Field
          key={index}
          label={`Option ${index + 1}`}
          value={option}
          onValue={(text) => onOptions(options.with(index, text))}
          maxLength={longestOption}
          autoFocus={index >= fewestOptions}
        />
      ))}
      {options.length < mostOptions && (
        <button class="button quiet" type="button" onClick={() => onOptions([...options, ""])}>
          <Icon name="plus" size="small" />
          Add an option
        </button>
      )}
    </>
  );
}

interface Problem {
  readonly message: string;
  readonly field?: string;
}

/** The fields of the form, what is wrong with them, and the way to the room. */
function usePoll({ room, thread }: Place) {
  const { chat } = useStore();
  const question = useValue("");
  const options = useValue<readonly string[]>(["", ""]);
  const choice = useValue<HowMany>("one");
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const send = (event: Event) => {
    event.preventDefault();
    const filled = ballotOf({
      question: question.value,
      options: options.value,
      multiple: choice.value === "several",
    });
    if ("problem" in filled) {
      setProblem({ message: filled.problem, field: filled.field });
      return;
    }
    try {
      chat.send(room, {
        text: question.value.trim(),
        poll: filled.ballot,
        ...(thread === undefined ? {} : { thread }),
      });
      closeDialog();
    } catch (error) {
      setProblem(describe(error));
    }
  };
  return { question, options, choice, problem, send };
}
