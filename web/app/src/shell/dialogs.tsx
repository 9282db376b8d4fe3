import type { ComponentType } from "preact";
import { NewMessageDialog } from "../people/new-message-dialog.tsx";
import { BrowseRoomsDialog } from "../rooms/browse-rooms-dialog.tsx";
import { CreateRoomDialog } from "../rooms/create-room-dialog.tsx";
import { Switcher } from "../switcher/switcher.tsx";
import { openedDialog } from "../ui/open-dialog.ts";
import { useLoad } from "../ui/use-load.ts";

/** The dialog that is open, if one is. */
export function Dialogs() {
  switch (openedDialog.value) {
    case undefined:
      return null;
    case "switcher":
      return <Switcher />;
    case "new-message":
      return <NewMessageDialog />;
    case "create-room":
      return <CreateRoomDialog />;
    case "browse-rooms":
      return <BrowseRoomsDialog />;
    case "bots":
      return <Lazy key="bots" load={bots} />;
    case "forward":
      return <Lazy key="forward" load={forward} />;
    case "pins":
      return <Lazy key="pins" load={pins} />;
    case "report":
      return <Lazy key="report" load={report} />;
    case "poll":
      return <Lazy key="poll" load={poll} />;
    case "scheduled":
      return <Lazy key="scheduled" load={scheduled} />;
    case "search":
      return <Lazy key="search" load={search} />;
    case "settings":
      return <Lazy key="settings" load={settings} />;
    case "shortcuts":
      return <Lazy key="shortcuts" load={shortcuts} />;
    case "status":
      return <Lazy key="status" load={status} />;
  }
}

async function bots(): Promise<ComponentType> {
  return (await import("../programs/bots-dialog.tsx")).BotsDialog;
}

async function forward(): Promise<ComponentType> {
  return (await import("../forward/forward-dialog.tsx")).ForwardDialog;
}

async function pins(): Promise<ComponentType> {
  return (await import("../pins/pins-dialog.tsx")).PinsDialog;
}

async function poll(): Promise<ComponentType> {
  return (await import("../polls/poll-dialog.tsx")).PollDialog;
}

async function scheduled(): Promise<ComponentType> {
  return (await import("../schedule/scheduled-dialog.tsx")).ScheduledDialog;
}

async function report(): Promise<ComponentType> {
  return (await import("../report/report-dialog.tsx")).ReportDialog;
}

async function search(): Promise<ComponentType> {
  return (await import("../search/search-dialog.tsx")).SearchDialog;
}

async function settings(): Promise<ComponentType> {
  return (await import("../settings/settings-dialog.tsx")).SettingsDialog;
}

async function shortcuts(): Promise<ComponentType> {
  return (await import("../settings/shortcuts-dialog.tsx")).ShortcutsDialog;
}

async function status(): Promise<ComponentType> {
  return (await import("../people/status-dialog.tsx")).StatusDialog;
}

/** A component that is fetched when it is first shown. */
function Lazy({ load }: { load: () => Promise<ComponentType> }) {
  const { value } = useLoad(load, async () => ({ Component: await load() }));
  return value === undefined ? null : <value.Component />;
}
