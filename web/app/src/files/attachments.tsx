import type { FileInfo } from "@parley/client";
import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { Icon } from "../ui/icon.tsx";
import { blobUrl, download, useBlobUrl } from "./blob-urls.ts";
import { Lightbox } from "./lightbox.tsx";
import { isPicture, shownSize } from "./shown-size.ts";
import { readableSize } from "./size.ts";
import "./attachments.css";

/** The files of a message: pictures as they are, everything else as a row to download. */
export function Attachments({ files }: { files: readonly FileInfo[] }) {
  const [shown, setShown] = useState<number | undefined>(undefined);
  const pictures = files.filter(isPicture);
  return (
    <div class="attachments">
      {pictures.map((file, index) => (
        <Picture key={file.id} file={file} onOpen={() => setShown(index)} />
      ))}
      {files
        .filter((file) => !isPicture(file))
        .map((file) => (
          <FileRow key={file.id} file={file} />
        ))}
      {shown !== undefined && <Lightbox files={pictures} first={shown} onClose={() => setShown(undefined)} />}
    </div>
  );
}

/** Its measures are the server's, so nothing moves when it is there. */
function Picture({ file, onOpen }: { file: FileInfo; onOpen: () => void }) {
  const { width, height } = shownSize(file);
  const url = useBlobUrl(file.id, file.thumbnail === undefined ? "original" : "thumbnail");
  return (
    <button class="picture" type="button" aria-label={`Show ${file.name}`} onClick={onOpen}>
      {url === undefined ? (
        <svg width={width} height={height} aria-hidden="true" />
      ) : (
        <img src={url} width={width} height={height} alt={file.name} />
      )}
    </button>
  );
}

function FileRow({ file }: { file: FileInfo }) {
  const { session } = useStore();
  const [failed, setFailed] = useState(false);
  const save = () =>
    void blobUrl(session, file.id, "original").then(
      (url) => download(url, file.name),
      () => setFailed(true),
    );
  return (
    <button class="file-row" type="button" onClick={save}>
      <Icon name="paperclip" />
      <span class="truncate" dir="auto">
        {file.name}
      </span>
      <span class="size">{failed ? "It could not be loaded" : readableSize(file.size)}</span>
    </button>
  );
}
