import type { Report, Room } from "@parley/client";
import { useState } from "preact/hooks";
import { Link } from "../navigation/link.tsx";
import { useName } from "../people/use-names.ts";
import { useStore } from "../store.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { ShowMore } from "../ui/show-more.tsx";
import { listTime } from "../ui/time.ts";
import { usePages } from "../ui/use-pages.ts";
import { useSubmit } from "../ui/use-submit.ts";
import { Listed } from "./listed.tsx";

/** The messages that were reported and not yet seen to, in pages; nothing while there are none. */
export function Reports({ room }: { room: Room }) {
  const { chat } = useStore();
  const [turn, setTurn] = useState(0);
  const { items, more, problem, showMore } = usePages<Report>(
    `${room.id} ${room.openReports} ${turn}`,
    async (last) => {
      const page = await chat.reports(room.id, last === undefined ? {} : { after: last.id });
      return { items: page.reports, more: page.more };
    },
  );
  if (items.length === 0 && problem === undefined) return null;
  return (
    <Listed title="Reports" problem={problem}>
      <ul>
        {items.map((report) => (
          <li key={report.id}>
            <ReportRow room={room} report={report} onResolved={() => setTurn(turn + 1)} />
          </li>
        ))}
      </ul>
      <ShowMore more={more} onPress={showMore} />
    </Listed>
  );
}

interface ReportRowProps {
  room: Room;
  report: Report;
  onResolved: () => void;
}

/** Why, by whom and when, with the way to the message. */
function ReportRow({ room, report, onResolved }: ReportRowProps) {
  const { chat } = useStore();
  const by = useName(report.by);
  const submission = useSubmit();
  const resolve = () => void submission.run(() => chat.resolveReport(room.id, report.id), onResolved);
  return (
    <div class="person report">
      <div class="words">
        <b dir="auto">{report.reason}</b>
        <span class="truncate">
          {by}, {listTime(report.at, new Date())}
        </span>
      </div>
      <div class="buttons">
        <Link
          to={{ name: "room", room: room.id, details: false, message: report.target }}
          class="button quiet compact"
          isCurrent={false}
        >
          Go to message
        </Link>
        <button class="button compact" type="button" aria-busy={submission.busy} onClick={resolve}>
          Resolve
        </button>
      </div>
      <FormProblem message={submission.problem?.message} />
    </div>
  );
}
