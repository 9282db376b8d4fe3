import type { FileInfo } from "@parley/client";
import { useId, useState } from "preact/hooks";
import { useModal } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { download, useBlobUrl } from "./blob-urls.ts";

interface LightboxProps {
  files: readonly FileInfo[];
  /** Which of them is shown first. */
  first: number;
  onClose: () => void;
}

/** The pictures of one message, one at a time and as large as the window: arrows go from one to the next. */
export function Lightbox({ files, first, onClose }: LightboxProps) {
  const [index, setIndex] = useState(first);
  const titleId = useId();
  const dialog = useModal(onClose);
  const file = files[index];
  const step = (by: number) => setIndex((index + by + files.length) % files.length);
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowRight") step(1);
    if (event.key === "ArrowLeft") step(-1);
  };
  if (file === undefined) return null;
  return (
    <dialog ref={dialog} class="lightbox" aria-labelledby={titleId} onKeyDown={press}>
      <header>
        <h2 id={titleId} class="truncate" dir="auto">
          {file.name}
        </h2>
        <Save file={file} />
        <button class="icon-button" type="button" aria-label="Close" onClick={() => dialog.current?.close()}>
          <Icon name="x" />
        </button>
      </header>
      <Original key={file.id} file={file} />
    </dialog>
  );
}

function Original({ file }: { file: FileInfo }) {
  const url = useBlobUrl(file.id, "original");
  return url === undefined ? null : <img src={url} width={file.width} height={file.height} alt={file.name} />;
}

function Save({ file }: { file: FileInfo }) {
  const url = useBlobUrl(file.id, "original");
  return (
    <button
      class="icon-button"
      type="button"
      aria-label={`Download ${file.name}`}
      aria-disabled={url === undefined}
      onClick={() => url !== undefined && download(url, file.name)}
    >
      <Icon name="arrow-down" />
    </button>
  );
}
