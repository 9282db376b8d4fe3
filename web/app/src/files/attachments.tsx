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
    <figure class="picture">
      <button type="button" aria-label={`Show ${file.name}`} onClick={onOpen}>
        {url === undefined ? (
          <svg width={width} height={height} aria-hidden="true" />
        ) : (
          <img src={url} width={width} height={height} alt={file.name} />
        )}
      </button>
      <figcaption>
        <span class="truncate" dir="auto">
          {file.name}
        </span>
        <span class="size">{readableSize(file.size)}</span>
      </figcaption>
    </figure>
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
      <span class="tile">
        <Icon name="file" />
      </span>
      <span class="about">
        <b class="truncate" dir="auto">
          {file.name}
        </b>
        <span class="size">{failed ? "It could not be loaded. Press to try again." : kindAndSize(file)}</span>
      </span>
      <Icon name="download" />
    </button>
  );
}

/** PDF, 212 KB: the kind as people call it, by the ending of the name. */
function kindAndSize({ name, size }: FileInfo): string {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1];
  return ending === undefined ? readableSize(size) : `${ending.toUpperCase()}, ${readableSize(size)}`;
}
