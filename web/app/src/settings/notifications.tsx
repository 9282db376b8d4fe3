import { useEffect, useState } from "preact/hooks";
import { beLeftAlone, beNotified, canBeNotified, isNotified } from "../notifications/notifications.ts";
import { useStore } from "../store.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { Switch } from "../ui/switch.tsx";
import { useSubmit } from "../ui/use-submit.ts";

const forbidden = "This browser does not allow it. Allow notifications of this page in its settings.";

/** Whether I am notified on this device while Parley is not open. */
export function Notifications() {
  const { chat, state } = useStore();
  const me = state.value.me?.id;
  const [on, setOn] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const submission = useSubmit();
  useEffect(() => {
    if (me !== undefined && canBeNotified()) void isNotified(me).then(setOn);
  }, [me]);
  if (me === undefined || !canBeNotified()) return null;
  const change = (wanted: boolean) =>
    submission.run(async () => {
      if (!wanted) await beLeftAlone(chat, me);
      const now = wanted && (await beNotified(chat, me));
      setOn(now);
      setProblem(wanted && !now ? forbidden : undefined);
    });
  return (
    <section>
      <h3 class="field-label">Notifications</h3>
      <Switch
        label="Notify me on this device"
        isOn={on}
        isDisabled={submission.busy}
        onChange={(wanted) => void change(wanted)}
      />
      <FormProblem message={submission.problem?.message ?? problem} />
    </section>
  );
}
